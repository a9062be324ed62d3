// What makes adding papers and settling doubts quicker. Every page works without it: forms are sent, pages are loaded anew.
const status = document.querySelector('[data-status]');
for (const form of document.querySelectorAll('form[data-upload]')) startUpload(form);
const progress = document.querySelector('[data-refresh]');
if (progress?.dataset.refresh) setTimeout(refresh, progress.dataset.refresh);
startKeys();
const place = document.querySelector('.sheet mark');
if (place) { const sheet = place.closest('.sheet'); sheet.scrollTop = place.offsetTop - sheet.offsetTop - sheet.clientHeight / 3; }

// Files are sent one by one, three at a time, so that a hundred of them show how far they are and one too many stops no other.
function startUpload(form) {
  const input = form.querySelector('input[type=file]');
  for (const name of ['dragover', 'dragleave', 'drop']) form.addEventListener(name, event => { event.preventDefault(); form.classList.toggle('over', name === 'dragover'); });
  form.addEventListener('drop', event => { input.files = event.dataTransfer.files; });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const files = [...input.files];
    const large = files.filter(file => file.size > form.dataset.max);
    if (files.length > form.dataset.maxFiles) { say(form.dataset.many); return; }
    if (large.length) { say(form.dataset.large + ' ' + large.map(file => file.name).join(', ')); return; }
    form.querySelector('button').disabled = true;
    let sent = 0;
    const failed = [];
    const next = files.values();
    const send = async () => {
      for (const file of next) {
        say(form.dataset.sending.replace('{0}', sent + 1).replace('{1}', files.length).replace('{2}', file.name));
        const body = new FormData();
        for (const field of form.querySelectorAll('input[type=hidden]')) body.append(field.name, field.value);
        body.append(input.name, file);
        try {
          const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
          if (answer.type !== 'opaqueredirect') failed.push(file.name);
        } catch { failed.push(file.name); }
        sent++;
      }
    };
    await Promise.all([send(), send(), send()]);
    if (!failed.length) { location.href = form.dataset.upload; return; }
    form.querySelector('button').disabled = false;
    say(form.dataset.failed.replace('{0}', failed.length).replace('{1}', failed.join(', ')));
    if (failed.length < files.length) status.append(' ', Object.assign(document.createElement('a'), { href: form.dataset.upload, textContent: form.dataset.upload }));
  });
}

function say(words) { status.textContent = words; }

// The list of files follows what happens, without losing the reader's place.
async function refresh() {
  const old = document.getElementById('progress');
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const fresh = page.getElementById('progress');
    if (!fresh) return;
    if (fresh.textContent !== old.textContent && !old.querySelector('details[open]')) {
      const focused = document.activeElement?.id;
      old.replaceWith(fresh);
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    }
    if (fresh.dataset.refresh) setTimeout(refresh, fresh.dataset.refresh);
    else if (!fresh.isConnected) old.replaceWith(fresh);
  } catch { setTimeout(refresh, 4000); }
}

// Every key is a button that is there to be pressed; the row that the keys mean is the one with the line at its side.
function startKeys() {
  const rows = [...document.querySelectorAll('[data-row]')];
  const { next = 'j', back = 'k' } = rows[0]?.parentElement.dataset ?? {};
  const toggle = document.querySelector('[data-keys-toggle]');
  const isOff = () => localStorage.getItem('openupr-keys') === 'off';
  const label = () => { if (toggle) toggle.textContent = isOff() ? toggle.dataset.on : toggle.dataset.off; };
  toggle?.addEventListener('click', () => { localStorage.setItem('openupr-keys', isOff() ? 'on' : 'off'); label(); });
  label();
  let at = Math.min(Number(sessionStorage.getItem('openupr-row') ?? 0), rows.length - 1);
  const show = focus => {
    rows.forEach((row, i) => row.classList.toggle('at', i === at));
    if (focus) rows[at]?.querySelector('a').focus();
  };
  if (rows.length) show(false);
  document.addEventListener('focusin', event => {
    const row = rows.indexOf(event.target.closest?.('[data-row]'));
    if (row >= 0) { at = row; show(false); }
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea') || isOff()) return;
    if (rows.length && (next + back).includes(event.key)) {
      at = Math.max(0, Math.min(rows.length - 1, at + (next.includes(event.key) ? 1 : -1)));
      show(true);
      event.preventDefault();
      return;
    }
    if (!/^[a-z1-5]$/.test(event.key)) return;
    const wanted = `[data-key~="${event.key}"]`;
    const target = rows[at]?.querySelector(wanted) ?? [...document.querySelectorAll(wanted)].find(e => !e.closest('[data-row]'));
    if (!target) return;
    event.preventDefault();
    sessionStorage.setItem('openupr-row', Math.max(0, at));
    if (target.matches('input, select, textarea')) target.focus();
    else target.click();
  });
  if (location.hash === '#typed') document.getElementById('typed')?.focus();
}
