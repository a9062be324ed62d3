// A workshop writes on one screen: what stands in the form is sent a moment after the last key, and Alt with Page Down or Page Up saves and goes on. Without this file the buttons do both.
const form = document.querySelector('[data-workshop]');
const status = document.getElementById('kept');
if (form && status) {
  const { saved, unsaved, clash } = form.dataset;
  const values = () => new URLSearchParams(new FormData(form)).toString();
  let last = values(), timer = 0, busy = false;
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(send, 1500); });
  addEventListener('keydown', event => {
    const act = event.altKey && { PageDown: 'next', PageUp: 'before' }[event.key], button = act && form.querySelector(`button[value=${act}]`);
    if (button) { event.preventDefault(); button.click(); }
  });
  form.addEventListener('submit', () => clearTimeout(timer));

  async function send() {
    const now = values();
    if (now === last || busy) return;
    busy = true;
    try {
      const body = new URLSearchParams(now);
      body.set('act', 'keep');
      const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual', cache: 'no-store' });
      if (response.status === 204) { last = now; say(saved); } else say(response.status === 409 ? clash : unsaved);
    } catch { say(unsaved); timer = setTimeout(send, 8000); }
    busy = false;
    if (values() !== now) { clearTimeout(timer); timer = setTimeout(send, 1500); }
  }

  function say(sentence) { status.textContent = sentence.replace('{0}', new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })); }
}
