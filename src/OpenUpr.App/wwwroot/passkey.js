// Passkeys: asks the site for a challenge, lets the device answer, and sends the answer in the form. Without this file the password opens the same doors.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const starter = form.querySelector('[data-make]');
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) { (starter?.closest('p') ?? form).hidden = true; continue; }
  if (starter) starter.addEventListener('click', () => answer(form));
  else form.addEventListener('submit', event => { if (!form.elements.answer.value) { event.preventDefault(); answer(form); } });
  if (form.dataset.passkey === 'use' && !location.search.includes('failed=')) offer(form);
}

let waiting;

// The browser shows known passkeys under the name's field, if it can; not after one has failed, or a device that answers by itself would go round for ever.
async function offer(form) {
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
  waiting = new AbortController();
  try { send(form, await navigator.credentials.get({ publicKey: await options(form), mediation: 'conditional', signal: waiting.signal })); } catch { /* the person chose another way */ }
}

async function answer(form) {
  const status = form.querySelector('[data-status]');
  status.textContent = '';
  if (form.dataset.passkey === 'make' && ![...form.querySelectorAll('[required]')].every(field => field.reportValidity())) return;
  waiting?.abort();
  try {
    const publicKey = await options(form);
    send(form, form.dataset.passkey !== 'make' ? await navigator.credentials.get({ publicKey }) : await navigator.credentials.create({ publicKey }));
  } catch (error) {
    status.textContent = error.detail ?? form.dataset.failed;
  }
}

async function options(form) {
  const response = await fetch(form.dataset.options, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(new FormData(form)) });
  const json = await response.json();
  if (!response.ok) throw json;
  return form.dataset.passkey !== 'make' ? PublicKeyCredential.parseRequestOptionsFromJSON(json) : PublicKeyCredential.parseCreationOptionsFromJSON(json);
}

function send(form, credential) {
  form.elements.answer.value = JSON.stringify(credential);
  form.submit();
}
