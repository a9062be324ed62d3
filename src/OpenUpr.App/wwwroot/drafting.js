// What is typed into the form of a draft is kept twice until the form is sent: in this browser at every key, under the draft, its version and the form, and on
// the server every few seconds as a working copy that only its writer sees. Signing out and leaving in a hurry clear the browser (exit.js).
const place = document.querySelector('[data-drafting]');
const { me, draft, copy, clients } = place.dataset;
const start = `openupr-draft:${me}:`;
const read = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
const drop = key => { try { localStorage.removeItem(key); } catch { /* Nothing could be kept either. */ } };
const keys = () => { try { return Object.keys(localStorage).filter(k => k.startsWith(start)); } catch { return []; } };

// Forms that the site says it has stored need not be kept any more.
const stored = new Set(clients.split(' '));
for (const key of keys()) if (stored.has(key.split(':').at(-1)) && read(key)?.sent) drop(key);

if (place.tagName === 'FORM') write(place);

function write(form) {
  const { draft: text, note, number, client } = form.elements;
  const status = document.getElementById('kept'), offer = form.querySelector('[data-offer]');
  const mine = () => `${start}${draft}:${number.value}:${client.value}`;
  const words = form.dataset, fill = (sentence, at) => sentence.replace('{0}', new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
  const first = text.value;
  let last = text.value + '\n' + note.value, failures = 0, timer = 0, leaving = false;
  const now = () => text.value + '\n' + note.value;
  const say = sentence => { if (status.textContent !== sentence) status.textContent = sentence; };
  const keep = sent => {
    if (leaving) return false;
    try { localStorage.setItem(mine(), JSON.stringify({ text: text.value, note: note.value, number: number.value, client: client.value, at: Date.now(), sent })); return true; } catch { return false; }
  };

  // A proposal of the help is put in by script and makes an event of its own.
  for (const event of ['input', 'change']) form.addEventListener(event, typed);
  text.addEventListener('focus', typed);
  form.addEventListener('submit', event => { if (event.submitter?.hasAttribute('data-save')) { clearTimeout(timer); keep(true); } });
  addEventListener('leaving', () => { leaving = true; clearTimeout(timer); });
  addEventListener('storage', event => { if (event.key === mine() && event.newValue === null) say(''); });
  addEventListener('online', () => { failures = 0; later(0); });

  function typed() {
    if (now() === last && !read(mine())) return;
    const isKept = keep(false);
    if (!copy || failures) say(isKept ? fill(failures ? words.offline : words.device, Date.now()) : words.nothing);
    later(4000);
  }

  function later(wait) { clearTimeout(timer); if (copy) timer = setTimeout(send, wait * 2 ** Math.min(failures, 4)); }

  async function send() {
    const sending = now();
    if (sending === last || leaving) return;
    const body = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value, me, number: number.value, client: client.value, sequence: Date.now(), draft: text.value, note: note.value });
    try {
      const response = await fetch(copy, { method: 'POST', body, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(15_000) });
      if (response.status !== 204) { say(words.signedout); return; }
      [last, failures] = [sending, 0];
      say(fill(words.stored, Date.now()));
      if (now() !== last) later(4000);
    } catch { failures++; say(fill(keep(false) ? words.offline : words.nothing, Date.now())); later(4000); }
  }

  // Text of an earlier form of this draft that was never sent, such as after a crash. What this form sent itself and met another change stands in it.
  const old = keys().filter(k => k.startsWith(`${start}${draft}:`)).map(key => ({ key, ...read(key) })).filter(o => typeof o.text === 'string' && o.text !== first && !(o.sent && o.client === client.value)).sort((a, b) => b.at - a.at);
  for (const key of keys().filter(k => k.startsWith(`${start}${draft}:`))) if (read(key)?.text === first) drop(key);
  if (old.length) show(old[0]);

  function show(kept) {
    const word = offer.querySelector('[data-word]');
    offer.hidden = false;
    word.textContent = word.dataset.word.replace('{0}', new Date(kept.at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }));
    offer.querySelector('[data-offered]').textContent = kept.text;
    offer.querySelector('[data-take]').addEventListener('click', () => {
      [text.value, note.value, number.value, client.value] = [kept.text, kept.note ?? '', kept.number ?? '', kept.client];
      offer.hidden = true;
      say(words.restored);
      text.focus();
      later(0);
    }, { once: true });
    offer.querySelector('[data-throw]').addEventListener('click', () => { drop(kept.key); offer.hidden = true; text.focus(); }, { once: true });
  }
}
