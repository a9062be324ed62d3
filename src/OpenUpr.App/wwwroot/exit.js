// Leaving in a hurry: the public home takes this page's place, so that the browser's "back" does not lead here. The link alone does it without this file.
// What forms of drafts kept in this browser goes with whoever leaves or signs out.
const forget = () => { try { Object.keys(localStorage).filter(k => k.startsWith('openupr-draft:')).forEach(k => localStorage.removeItem(k)); } catch { /* Nothing could be kept either. */ } };

document.addEventListener('submit', event => { if (event.target.getAttribute('action') === '/sign-out') forget(); });
document.addEventListener('click', event => {
  const exit = event.target.closest('a[data-exit]');
  if (exit) { dispatchEvent(new Event('leaving')); forget(); }
  if (!exit || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(exit.href);
});
