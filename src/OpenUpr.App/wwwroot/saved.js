// Searches kept on this device: a list in the browser's own storage, [{ name, link }]. Nothing of it is ever sent.
const key = 'openupr-saved-searches';

export function start(fold) {
  const words = fold.dataset;
  const place = fold.querySelector('[data-list]');
  const status = fold.querySelector('[role=status]');
  const list = document.createElement('ul');
  place.append(list);
  fold.querySelector('[data-save]').addEventListener('click', () => {
    if (keep([{ name: words.name, link: words.link }, ...read().filter(s => s.link !== words.link)])) say(words.saved);
  });
  show();

  function keep(searches) {
    try { localStorage.setItem(key, JSON.stringify(searches)); } catch { say(words.failed); return false; }
    show();
    return true;
  }

  function show() {
    const searches = read();
    list.replaceChildren(...searches.map(item));
    place.hidden = searches.length === 0;
  }

  function item(search, index, all) {
    const line = document.createElement('li');
    const link = Object.assign(document.createElement('a'), { href: search.link, textContent: search.name });
    const rename = button(words.rename, search.name, () => {
      const box = Object.assign(document.createElement('input'), { value: search.name, maxLength: 200 });
      box.setAttribute('aria-label', words.renamed);
      let open = true;
      const done = () => { if (open) { open = false; keep(all.map((s, i) => i === index ? { ...s, name: box.value.trim() || s.name } : s)); } };
      box.addEventListener('keydown', e => {
        if (e.key !== 'Enter' && e.key !== 'Escape') return;
        e.preventDefault();
        if (e.key === 'Enter') done(); else { open = false; show(); }
        list.children[index]?.querySelector('button')?.focus();
      });
      box.addEventListener('change', done);
      link.replaceWith(box);
      box.focus();
    });
    const remove = button(words.remove, search.name, () => {
      if (!keep(all.filter(s => s !== search))) return;
      say(words.removed);
      const undo = button(words.undo, search.name, () => { keep(all); say(''); });
      status.append(' ', undo);
      undo.focus();
    });
    line.append(link, ' ', rename, ' ', remove);
    return line;
  }

  function button(label, about, act) {
    const b = Object.assign(document.createElement('button'), { type: 'button', className: 'plain', textContent: label });
    b.setAttribute('aria-label', `${label}: ${about}`);
    b.addEventListener('click', act);
    return b;
  }

  function say(text) { status.textContent = text; }
}

// What another version or a person wrote there may be anything: only links into this site are shown.
function read() {
  try {
    const searches = JSON.parse(localStorage.getItem(key) ?? '[]');
    return searches.filter(s => typeof s?.name === 'string' && typeof s.link === 'string' && s.link.startsWith('/recommendations'));
  } catch { return []; }
}
