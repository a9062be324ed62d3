// Beside the form of a section: words are counted by the site while one types, and a recommendation goes in where the cursor stands. In the preview of what is read aloud: a timer.
// Without this file the form is sent for both, and the computed time stands there.
const form = document.querySelector('form.write'), timer = document.querySelector('[data-timer]');
if (form) write(form);
if (timer) time(timer);

function write(form) {
  const { draft, heading } = form.elements, count = document.getElementById('count');
  let waiting, asking, last = draft.value + '\n' + heading.value;
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 700); });
  form.addEventListener('click', event => {
    const button = event.target.closest('[data-insert]');
    if (!button) return;
    event.preventDefault();
    const { value, selectionEnd: at } = draft, before = value.slice(0, at).trimEnd();
    draft.focus();
    draft.setSelectionRange(before.length, at);
    const words = (before ? '\n\n' : '') + 'R: ' + button.dataset.insert + '\n';
    if (!document.execCommand('insertText', false, words)) { draft.setRangeText(words, before.length, at, 'end'); draft.dispatchEvent(new Event('input', { bubbles: true })); }
  });

  async function ask() {
    const now = draft.value + '\n' + heading.value;
    if (now === last) return;
    asking?.abort();
    asking = new AbortController();
    try {
      const body = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value, act: 'count', draft: draft.value, heading: heading.value });
      const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual', cache: 'no-store', signal: asking.signal });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      count.replaceChildren(...page.body.childNodes);
      last = now;
    } catch { /* The number before stays; the next key asks again. */ }
  }
}

function time(place) {
  const button = place.querySelector('[data-start]'), output = place.querySelector('[data-time]'), { most, going, over, stop } = place.dataset, start = button.textContent;
  let began = 0, clock;
  button.addEventListener('click', () => {
    if (clock) { clearInterval(clock); clock = 0; button.textContent = start; return; }
    began = Date.now();
    button.textContent = stop;
    clock = setInterval(show, 250);
    show();
  });
  function show() {
    const seconds = Math.floor((Date.now() - began) / 1000), left = seconds <= most;
    output.textContent = (left ? going : over).replace('{0}', `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`).replace('{1}', `${Math.floor(most / 60)}:${String(most % 60).padStart(2, '0')}`);
    place.classList.toggle('over', !left);
  }
}
