// The answer follows while a draft is typed. Without this file the form is sent and the page comes anew. The draft is sent in the body of a
// request and kept nowhere: no address, no history, no storage.
const form = document.getElementById('wording');
const draft = document.getElementById('draft');
const told = document.getElementById('told');
let waiting, asking, last = '';

form.addEventListener('input', () => later(500));
form.addEventListener('change', () => later(0));
form.addEventListener('submit', event => {
  if (event.submitter?.hasAttribute('data-save')) return; // A draft of a room, which is stored there.
  event.preventDefault();
  ask(event.submitter, true);
});
// A proposal's button stands in the answer but belongs to the form; its text goes into the box as if typed, so that the browser can undo it.
document.addEventListener('click', event => {
  const button = event.target.closest('button[name=use]');
  if (!button) return;
  event.preventDefault();
  const before = draft.value;
  draft.focus();
  draft.select();
  if (!document.execCommand('insertText', false, button.value)) draft.value = button.value;
  ask(null, true, before);
});

function later(wait) { clearTimeout(waiting); waiting = setTimeout(() => ask(), wait); }

async function ask(button, asked, before) {
  clearTimeout(waiting);
  const fields = new FormData(form), body = new URLSearchParams();
  for (const name of ['draft', 'state', 'issue']) body.set(name, fields.get(name) ?? '');
  body.set('live', '1');
  if (before !== undefined) { body.set('use', draft.value); body.set('draft', before); }
  const sent = body.toString();
  if (!asked && sent === last) return;
  last = sent;
  asking?.abort();
  const mine = asking = new AbortController();
  const old = document.getElementById('answer');
  old.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => { told.textContent = form.dataset.busy; }, 1500);
  try {
    const response = await fetch('/wording', { method: 'POST', body, signal: mine.signal, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine.signal.aborted) return;
    const fresh = page.getElementById('answer');
    if (!fresh) throw new Error();
    show(old, fresh);
    told.textContent = fresh.dataset.told ?? '';
    if (asked && before === undefined) document.getElementById('answer').scrollIntoView({ block: 'nearest' });
  } catch {
    if (mine.signal.aborted) return;
    last = '';
    told.textContent = form.dataset.failed;
    old.removeAttribute('aria-busy');
  } finally { clearTimeout(slow); }
}

// What was open stays open, what had the focus keeps it.
function show(old, fresh) {
  const open = new Set([...old.querySelectorAll('details[open]')].map(nameOf));
  for (const details of fresh.querySelectorAll('details')) if (open.has(nameOf(details))) details.open = true;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const place = focused && [...old.querySelectorAll(focused.tagName)].indexOf(focused);
  old.replaceWith(fresh);
  if (focused) (fresh.querySelectorAll(focused.tagName)[place] ?? draft).focus({ preventScroll: true });
}

function nameOf(details) { return (details.parentElement.closest('li, section')?.firstElementChild?.textContent ?? '') + details.querySelector('summary').textContent; }
