// What makes the pages quicker. Without this file every page works; nothing here is needed to read or to search.
const root = document.documentElement;
root.classList.add('js');

enhance(document);
useCanonicalAddress();
document.addEventListener('change', onChange);
document.addEventListener('click', onClick);
addEventListener('popstate', () => load(location.href, false));
addEventListener('beforeprint', addFootnotes);

function enhance(part) {
  for (const link of part.querySelectorAll('a[data-copy]')) link.textContent = link.dataset.copy;
  const own = (time, at) => { time.textContent = isNaN(new Date(at)) ? '' : time.dataset.own.replace('{0}', new Date(at).toLocaleString(root.lang, { dateStyle: 'long', timeStyle: 'short' })); };
  for (const time of part.querySelectorAll('[data-moment]')) own(time, time.dataset.moment);
  for (const time of part.querySelectorAll('[data-moment-of]')) {
    const field = document.getElementById(time.dataset.momentOf), say = () => own(time, field.value + 'Z');
    field.addEventListener('input', say);
    say();
  }
  for (const list of part.querySelectorAll('ul[data-find]')) addFilter(list, list.dataset.find, () => list.children, list.dataset.hint);
  for (const table of part.querySelectorAll('table[data-find-rows]')) addFilter(table, table.dataset.findRows, () => table.querySelectorAll('tbody tr:not(.letter)'));
  for (const fold of part.querySelectorAll('details[data-module]')) fold.addEventListener('toggle', async () => (await import(fold.dataset.module)).start(fold), { once: true });
}

// A form's own address has every field; the page's own name for it has only what differs from the default.
function useCanonicalAddress() {
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  if (canonical && location.search && canonical !== location.pathname + location.search)
    history.replaceState(history.state, '', canonical + location.hash);
}

// Filters, order and size take effect at once.
function onChange(event) {
  const form = event.target.form;
  if (form?.matches('[data-live]') && event.target.matches('input[type=checkbox], input[type=radio], select'))
    load(`${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`, true);
}

// Brings only the part below the search box, and leaves the reader where they were.
async function load(address, push) {
  const live = document.getElementById('live');
  if (!live) { location.href = address; return; }
  live.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(address, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('live');
    if (!fresh) { location.href = address; return; }
    const focused = document.activeElement;
    const open = new Set([...live.querySelectorAll('details[open]')].map(d => d.id || d.className));
    const closed = new Set([...live.querySelectorAll('details.facet:not([open])')].map(d => d.id));
    const scrolls = new Map([...live.querySelectorAll('details.facet ul')].map(l => [l.closest('details').id, l.scrollTop]));
    for (const details of fresh.querySelectorAll('details:not(.menu)')) details.open = (details.open || open.has(details.id || details.className)) && !closed.has(details.id);
    const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? address;
    if (push) history.pushState(null, '', canonical);
    document.title = page.title;
    for (const rel of ['canonical', 'alternate']) document.querySelector(`link[rel=${rel}]`)?.setAttribute('href', page.querySelector(`link[rel=${rel}]`)?.getAttribute('href') ?? canonical);
    document.getElementById('q').value = page.getElementById('q').value;
    live.replaceWith(fresh);
    enhance(fresh);
    for (const [id, top] of scrolls) { const list = document.querySelector(`#${CSS.escape(id)} ul`); if (list) list.scrollTop = top; }
    refocus(fresh, focused);
  } catch { location.href = address; }
}

function refocus(fresh, old) {
  if (!old?.name) return;
  const same = [...fresh.querySelectorAll(`[name="${CSS.escape(old.name)}"]`)];
  (same.find(e => e.type === 'select-one' || e.value === old.value) ?? fresh.querySelector('summary'))?.focus({ preventScroll: true });
}

async function onClick(event) {
  const link = event.target.closest('a[data-copy], button[data-copy-from], a[data-more]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.dataset.more) { event.preventDefault(); await showAll(link); return; }
  const text = link.dataset.copyFrom ? document.getElementById(link.dataset.copyFrom).textContent.trim() : link.href;
  if (!navigator.clipboard) return;
  event.preventDefault();
  await navigator.clipboard.writeText(text);
  const label = link.textContent;
  link.textContent = link.dataset.copied;
  link.setAttribute('aria-live', 'polite');
  setTimeout(() => { link.textContent = label; }, 2000);
}

// The rest of a long list, fetched when it is asked for.
async function showAll(link) {
  const field = link.dataset.more;
  try {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), 'text/html');
    const facet = page.getElementById(`f-${field}`);
    facet.open = true;
    document.getElementById(`f-${field}`).replaceWith(facet);
    enhance(facet);
    facet.querySelector('input[type=search]')?.focus();
  } catch { location.href = link.href; }
}

// Find as you type in a list that is there already.
function addFilter(place, label, items, hint = label) {
  if (items().length < 9 && !place.closest('.facet')?.querySelector('[data-more]')) return;
  const box = document.createElement('input');
  box.type = 'search';
  box.setAttribute('aria-label', label);
  box.placeholder = hint;
  box.autocomplete = 'off';
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const narrow = () => {
    const wanted = fold(box.value.trim());
    for (const item of items()) item.hidden = !fold(item.textContent).includes(wanted);
    for (const body of place.querySelectorAll('tbody')) body.hidden = !body.querySelector('tr:not(.letter):not([hidden])');
  };
  box.addEventListener('input', narrow);
  box.addEventListener('keydown', e => { if (e.key === 'Enter') e.preventDefault(); });
  // A short list knows only its top: the first key brings the rest.
  const more = place.closest('.facet')?.querySelector('[data-more]');
  if (more) {
    box.addEventListener('input', async () => {
      const [facet, typed] = [place.closest('.facet').id, box.value];
      await showAll(more);
      const fresh = document.querySelector(`#${CSS.escape(facet)} input[type=search]`);
      if (fresh && fresh !== box) { fresh.value = typed; fresh.dispatchEvent(new Event('input')); }
    }, { once: true });
  }
  place.before(box);
}

// On paper a link is its footnote. Numbers in tables are left alone: the page's own address leads to them.
function addFootnotes() {
  document.querySelectorAll('.footnotes, .footnote-mark').forEach(e => e.remove());
  const list = document.createElement('ol');
  list.className = 'footnotes small';
  const known = new Map();
  const number = href => {
    if (!known.has(href)) {
      known.set(href, known.size + 1);
      list.append(Object.assign(document.createElement('li'), { textContent: href }));
    }
    return known.get(href);
  };
  document.querySelector('h1')?.append(mark(number(location.href)));
  for (const link of document.querySelectorAll('main a[href]:not(.button)')) {
    if (link.closest('.num, .ranked, .figures, .stat, .chart, .meta, .noprint, .states, nav, .menu, .filters, .chips, .hint, .tools') || !link.checkVisibility() || link.getAttribute('href').startsWith('#')) continue;
    link.append(mark(number(link.href)));
  }
  document.getElementById('main').append(list);
}

function mark(number) {
  return Object.assign(document.createElement('span'), { className: 'footnote-mark', textContent: ` ${number}` });
}
