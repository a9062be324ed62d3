// The live board. A line is kept in this browser's storage, one key a line, until the site has acknowledged it under the same id: a lost
// connection, a reload or a crash loses none, and one that is sent twice is stored once.
const board = document.querySelector('[data-board]');
const find = (name, place = document) => place.querySelector(`[data-${name}]`);
const words = document.getElementById('words').content.firstElementChild.dataset;
const word = name => words[name.replace(/-(\w)/g, (_, c) => c.toUpperCase())];
const fill = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (_, i) => values[i]);
const { board: number, me, address } = board.dataset;
const mine = `openupr-day:${number}:${me}:`;
const form = find('capture'), text = form.elements.text, speaker = form.elements.speaker;
const list = find('lines'), status = find('state');
const signs = { '?': 'question', '=': 'reply', '-': 'note' };
const kinds = ['recommendation', 'question', 'reply', 'note'];

const known = new Map(); // What the site has, by client id.
const waiting = new Map(); // What it has not acknowledged, by client id.
let floors = [];
let seq = Number(board.dataset.seq), tag = '', token = form.elements.__RequestVerificationToken.value;
let trouble = '', failures = 0, quiet = 0, timer = 0, busy = false, safe = true;
let floor = Number(board.dataset.floor) || 0, since = 0, limits = [Number(board.dataset.members), Number(board.dataset.others)];

// Storage. Whatever goes wrong with it, lines stay in memory and are sent.
const keep = (name, value) => { try { localStorage.setItem(mine + name, JSON.stringify(value)); } catch { safe = false; } };
const drop = name => { try { localStorage.removeItem(mine + name); } catch { safe = false; } };
const kept = name => { try { return JSON.parse(localStorage.getItem(mine + name)); } catch { return null; } };
const keys = start => { try { return Object.keys(localStorage).filter(k => k.startsWith(start)); } catch { return []; } };
const lineKeys = start => keys(start).filter(k => /:l:[\w-]+$/.test(k));

function wait(line) { waiting.set(line.c, line); keep('l:' + line.c, line); draw(line.c); say(); }
function settle(id) { waiting.delete(id); drop('l:' + id); }

function load() {
  const lines = lineKeys(mine).map(key => kept(key.slice(mine.length))).filter(l => typeof l?.c === 'string' && (typeof l.x === 'string' || l.g));
  for (const line of lines.sort((a, b) => a.t - b.t)) waiting.set(line.c, line);
  floors = kept('floors') ?? [];
  if (!text.value) text.value = kept('typing') ?? '';
  for (const item of list.children) {
    const d = item.dataset;
    known.set(d.c, { c: d.c, id: Number(d.id), r: Number(d.r), k: d.k, s: Number(d.s) || undefined, m: d.m === '1', mine: d.mine === '1', x: find('text', item).textContent, a: find('by', item).textContent, t: find('at', item).textContent, u: find('is', item).textContent,
      d: find('draft', item) ? { x: find('draft', item).textContent, l: find('likeness', item).textContent.trim() } : undefined });
    if (d.s) names.set(Number(d.s), find('who', item).textContent);
  }
  for (const id of waiting.keys()) draw(id);
}

// Showing.
const plain = option => option.textContent.replace(/^\d+\.\s*/, '');
const names = new Map([...speaker.options].filter(o => o.value).map(o => [Number(o.value), plain(o)])); // Also of those who were left out since.
const nameOf = line => line.k === 'reply' ? words.sur : names.get(line.s) ?? words.nobody;

function draw(id) {
  const [stored, own] = [known.get(id), waiting.get(id)];
  let item = list.querySelector(`[data-c="${id}"]`);
  if (!own && (!stored || stored.g)) { item?.remove(); return; }
  if (item?.querySelector('textarea')) return;
  const line = own && !own.theirs ? { ...stored, ...own } : stored ?? own;
  const fresh = document.getElementById('line').content.firstElementChild.cloneNode(true);
  fresh.dataset.c = id;
  const state = own?.theirs ? 'conflict' : own?.problem ? 'refused' : own ? 'waiting' : 'stored';
  fresh.classList.add(state);
  if (line.g) fresh.classList.add('gone');
  find('who', fresh).textContent = nameOf(line);
  find('kind', fresh).textContent = word('kind-' + line.k);
  find('by', fresh).textContent = stored?.a ?? words.you;
  find('at', fresh).textContent = stored?.t ?? fill(words.time, new Date(own.t).toISOString().slice(11, 16));
  find('is', fresh).textContent = state === 'stored' ? stored.u ?? words.isStored : word('is-' + state) + (own.problem ? ': ' + own.problem : '');
  find('text', fresh).textContent = line.x ?? stored?.x ?? '';
  match(fresh, stored);
  const edit = find('edit', fresh);
  edit.hidden = Boolean(stored && !stored.m) || Boolean(own?.theirs);
  edit.addEventListener('click', () => correct(id));
  if (own?.theirs) choose(fresh, own);
  if (item) item.replaceWith(fresh); else list.prepend(fresh);
}

function match(item, stored) {
  if (!stored?.d) return;
  const place = find('match', item);
  place.hidden = false;
  find('likeness', place).textContent = stored.d.l;
  find('draft', place).textContent = stored.d.x;
  find('ours', place).addEventListener('click', () => judge(stored.id, 'ours'));
  find('notours', place).addEventListener('click', () => judge(stored.id, 'not-ours'));
}

function choose(item, own) {
  const both = document.getElementById('both').content.firstElementChild.cloneNode(true);
  find('mine', both).textContent = own.g ? '–' : own.x;
  find('theirs', both).textContent = own.theirs.x ?? '–';
  find('keepmine', both).addEventListener('click', () => { const { theirs, ...line } = own; wait({ ...line, r: theirs.r }); soon(); });
  find('keeptheirs', both).addEventListener('click', () => { settle(own.c); draw(own.c); say(); });
  find('text', item).replaceWith(both);
}

function say() {
  const d = status.dataset, count = waiting.size, conflicts = [...waiting.values()].some(l => l.theirs);
  const sentence = trouble && count + floors.length ? d[trouble] : trouble === 'signedout' || trouble === 'other' || trouble === 'lost' || trouble === 'offline' ? d[trouble] : conflicts ? d.conflicts : count ? d.waiting : d.stored;
  const told = fill(sentence, count) + (safe ? '' : ' ' + d.unsafe);
  if (status.textContent !== told) status.textContent = told;
  find('signinlink').hidden = trouble !== 'signedout' && trouble !== 'other';
}

// Writing.
const fresh = () => [...crypto.getRandomValues(new Uint8Array(12))].map(b => b.toString(16).padStart(2, '0')).join('');

function store(kind) {
  let typed = text.value.replace(/\r\n?/g, '\n').trim();
  const sign = !kind && signs[typed[0]];
  if (sign) typed = typed.slice(1).trim();
  if (!typed) return;
  const k = kind ?? sign ?? 'recommendation';
  wait({ c: fresh(), k, s: k === 'reply' ? undefined : Number(speaker.value) || undefined, x: typed, t: Date.now() });
  text.value = '';
  drop('typing');
  follow();
  text.focus();
  soon();
}

const last = () => [...list.children].map(i => i.dataset.c).find(c => { const [own, stored] = [waiting.get(c), known.get(c)]; return own ? !own.g && !own.theirs : stored?.mine; });

function undo() {
  const id = last();
  if (id) back(id);
}

function back(id) {
  const [own, stored] = [waiting.get(id), known.get(id)];
  if (own && !stored && !own.tried) { settle(id); draw(id); say(); return; }
  const line = own ?? stored;
  wait({ c: id, k: line.k, s: line.s, x: line.x, t: own?.t ?? Date.now(), r: stored?.r, g: true, tried: own?.tried });
  soon();
}

function correct(id) {
  const item = list.querySelector(`[data-c="${id}"]`), place = find('text', item), line = waiting.get(id) ?? known.get(id);
  const box = Object.assign(document.createElement('textarea'), { value: line.x, rows: 3, maxLength: text.maxLength });
  box.setAttribute('aria-label', words.line);
  const seen = known.get(id)?.r;
  const button = (label, act, style = 'plain') => { const b = Object.assign(document.createElement('button'), { type: 'button', className: style, textContent: label }); b.addEventListener('click', act); return b; };
  const close = () => { box.remove(); draw(id); text.focus(); };
  const save = () => {
    const typed = box.value.trim(), own = waiting.get(id);
    box.remove();
    if (typed && typed !== line.x) wait({ c: id, k: line.k, s: line.s, x: typed, t: own?.t ?? Date.now(), r: own ? own.r : seen, tried: own?.tried });
    draw(id);
    text.focus();
    soon();
  };
  box.addEventListener('keydown', e => {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) { e.preventDefault(); save(); }
    if (e.key === 'Escape') { e.preventDefault(); close(); }
  });
  place.replaceWith(box);
  find('edit', item)?.parentElement.replaceChildren(button(words.save, save, ''), ' ', button(words.cancel, close), ' ', button(words.back, () => { box.remove(); back(id); text.focus(); }));
  box.focus();
}

async function judge(line, act) {
  try {
    await fetch(board.querySelector('[data-floorform]').action, { method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(20_000), body: new URLSearchParams({ __RequestVerificationToken: token, act, line }) });
    soon();
  } catch { trouble = 'offline'; say(); }
}

// The floor and its clock, which needs no site.
const places = () => [...speaker.options].filter(o => o.value);
const place = id => places().findIndex(o => Number(o.value) === id);

function give(id, at = Date.now()) {
  if (!id) return;
  [floor, since] = [id, performance.now()];
  if (!text.value) speaker.value = String(id);
  floors.push({ s: id, t: at });
  keep('floors', floors);
  showFloor();
  soon();
}

function step(by) {
  const next = places()[floor ? place(floor) + by : 0];
  if (next) give(Number(next.value));
}

function follow() { if (floor && place(floor) >= 0 && !text.value) speaker.value = String(floor); }

function limit() { return speaker.querySelector(`option[value="${floor}"]`)?.dataset.member ? limits[0] : limits[1]; }

function showFloor() {
  const all = places(), at = place(floor), next = all[at + 1];
  find('who').textContent = at < 0 ? words.none : plain(all[at]);
  find('limit').textContent = at < 0 ? '' : fill(words.limit, clock(limit()));
  const line = find('next');
  line.textContent = next ? fill(line.dataset.word, plain(next)) : line.dataset.end;
  find('nextbutton').disabled = !next;
  tick();
}

const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function tick() {
  const place = find('clock');
  if (!floor || !since) { place.textContent = '–'; return; }
  const left = limit() - (performance.now() - since) / 1000;
  place.classList.toggle('over', left < 0);
  place.textContent = fill(left < 0 ? place.dataset.over : place.dataset.left, clock(Math.abs(left < 0 ? left : Math.ceil(left))));
}

// Sending and asking.
function soon() { clearTimeout(timer); timer = setTimeout(turn, 0); }

async function turn() {
  if (busy) { quiet = 0; timer = setTimeout(turn, 300); return; }
  busy = true;
  const before = seq;
  try {
    for (let i = 0; i < 20 && (i === 0 || [...waiting.values()].some(ready)); i++) await send();
    await ask();
    failures = 0;
  } catch { trouble ||= 'offline'; failures++; }
  busy = false;
  quiet = seq === before ? quiet + 1 : 0;
  say();
  // Quick while something happens, slower while nothing does, slower still while there is no connection.
  const rest = failures ? Math.min(60_000, 2_000 * 2 ** Math.min(failures, 5)) : Math.min(15_000, 3_000 + 1_000 * quiet);
  clearTimeout(timer);
  timer = setTimeout(turn, rest * (0.8 + Math.random() * 0.4));
}

const ready = line => !line.theirs && !line.problem;

async function call(body, query = '') {
  const response = await fetch(address + query, { method: body ? 'POST' : 'GET', body, redirect: 'manual', cache: 'no-store', headers: body || !tag ? {} : { 'If-None-Match': tag }, signal: AbortSignal.timeout(20_000) });
  if (response.type === 'opaqueredirect') { trouble = 'signedout'; throw trouble; }
  if (response.status === 404) { trouble = 'lost'; throw trouble; }
  if (response.status === 409) { trouble = 'other'; throw trouble; }
  if (!response.ok && response.status !== 304 && response.status !== 400) { trouble = 'offline'; throw trouble; }
  return response;
}

async function send(again = false) {
  const lines = [...waiting.values()].filter(ready).slice(0, 50), told = floors.slice(0, 100);
  if (!lines.length && !told.length) return;
  for (const line of lines.filter(l => !l.tried)) { line.tried = true; keep('l:' + line.c, line); }
  const body = new URLSearchParams({ __RequestVerificationToken: token, me, lines: JSON.stringify(lines.map(({ c, k, s, x, t, r, g }) => ({ c, k, s, x, t, r, g }))), floors: JSON.stringify(told) });
  const response = await call(body);
  if (response.status === 400) {
    if (again) throw response.status;
    tag = '';
    await ask('&token=1');
    return send(true);
  }
  const results = await response.json();
  trouble = '';
  floors = floors.slice(told.length);
  if (floors.length) keep('floors', floors); else drop('floors');
  for (const result of results) answer(result, lines.find(l => l.c === result.c));
  say();
}

function answer(result, sent) {
  const own = waiting.get(result.c);
  if (result.line) known.set(result.c, { ...known.get(result.c), ...result.line, a: known.get(result.c)?.a ?? (result.line.mine ? words.you : undefined) });
  if (!own) return;
  if (result.state === 'stored') {
    // Stored as it was sent before, or corrected here meanwhile: what stands here goes as a correction.
    const differs = !own.g && result.line && (own !== sent || (result.line.x !== own.x && !own.r));
    if (differs) wait({ ...own, r: result.line.r }); else settle(result.c);
  } else if (result.state === 'conflict') wait({ ...own, theirs: result.line });
  else wait({ ...own, problem: result.problem });
  draw(result.c);
}

async function ask(more = '') {
  const response = await call(null, `?since=${seq}${more}`);
  if (response.status === 304) { trouble = ''; return; }
  const news = await response.json();
  if (String(news.me) !== me) { trouble = 'other'; throw trouble; }
  trouble = '';
  token = news.token ?? token;
  tag = news.more ? '' : response.headers.get('ETag') ?? '';
  seq = news.seq ?? 0;
  limits = [news.members, news.others];
  for (const s of news.speakers ?? []) seat(s);
  for (const line of news.lines ?? []) { known.set(line.c, { ...line, r: line.r ?? 0 }); draw(line.c); }
  if (!floors.length && (news.floor ?? 0) !== floor) {
    floor = news.floor ?? 0;
    since = news.spoke ? performance.now() - Math.max(0, news.now - news.spoke) : performance.now();
    follow();
  }
  showFloor();
  if (news.more) await ask();
}

function seat(s) {
  names.set(s.id, s.n);
  let option = speaker.querySelector(`option[value="${s.id}"]`);
  if (s.out) { if (option && speaker.value !== option.value) option.remove(); return; }
  option ??= speaker.appendChild(document.createElement('option'));
  [option.value, option.textContent] = [s.id, `${s.o}. ${s.n}`];
  if (s.m) option.dataset.member = '1'; else delete option.dataset.member;
  const sorted = places().sort((a, b) => parseInt(a.textContent) - parseInt(b.textContent)), chosen = speaker.value;
  speaker.append(...sorted);
  speaker.value = chosen;
}

// What people do.
form.addEventListener('submit', e => { e.preventDefault(); const act = e.submitter?.value; store(act === 'recommendation' ? undefined : act); });
text.addEventListener('input', () => { if (text.value) keep('typing', text.value); else drop('typing'); });
text.addEventListener('keydown', e => {
  if (e.isComposing) return;
  const digit = e.altKey && /^Digit[1-4]$/.test(e.code) ? kinds[Number(e.code[5]) - 1] : undefined;
  const act = digit ? () => store(digit)
    : e.key === 'Enter' && !e.shiftKey ? () => store()
    : e.altKey && e.code === 'KeyZ' ? undo
    : e.key === 'PageDown' || e.key === 'PageUp' ? () => step(e.key === 'PageDown' ? 1 : -1)
    : e.key === 'ArrowUp' && !text.value && last() ? () => correct(last()) : undefined;
  if (act) { e.preventDefault(); act(); }
});
find('undo').addEventListener('click', () => { undo(); text.focus(); });
find('floorform').addEventListener('submit', e => { e.preventDefault(); step(1); text.focus(); });
find('restart').addEventListener('click', () => { since = performance.now(); tick(); });
list.addEventListener('click', e => {
  const link = e.target.closest('a[data-edit]');
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  correct(link.closest('[data-c]').dataset.c);
});
list.addEventListener('submit', e => {
  if (!e.target.matches('[data-judge]')) return;
  e.preventDefault();
  judge(e.target.elements.line.value, e.submitter.value);
});
find('forget').addEventListener('click', e => {
  const count = lineKeys('openupr-day:').length;
  if (count && !confirm(fill(e.target.dataset.ask, count))) return;
  keys('openupr-day:').forEach(k => localStorage.removeItem(k));
  for (const id of [...waiting.keys()]) { waiting.delete(id); draw(id); }
  [floors, text.value] = [[], ''];
  others();
  say();
  status.textContent = e.target.dataset.done;
});
// Another tab of this board may have had a line acknowledged.
addEventListener('storage', e => {
  if (!e.key?.startsWith(mine + 'l:')) return;
  const id = e.key.slice(mine.length + 2);
  if (e.newValue === null) { waiting.delete(id); draw(id); say(); soon(); }
});
addEventListener('online', () => { failures = 0; soon(); });
addEventListener('offline', () => { trouble = 'offline'; say(); });
addEventListener('pageshow', e => { if (e.persisted) soon(); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) soon(); });
addEventListener('beforeunload', e => { if (!safe && waiting.size) e.preventDefault(); });

function others() {
  const count = lineKeys(`openupr-day:${number}:`).filter(k => !k.startsWith(mine)).length, place = find('strangers');
  place.hidden = !count;
  place.textContent = fill(place.dataset.word, count);
}

load();
others();
if (floor && board.dataset.spoke) since = performance.now() - Math.max(0, Number(board.dataset.now) - Number(board.dataset.spoke));
const pending = floors.at(-1);
if (pending) { floor = pending.s; since = performance.now() - Math.max(0, Date.now() - pending.t); follow(); }
showFloor();
setInterval(tick, 250);
say();
soon();
