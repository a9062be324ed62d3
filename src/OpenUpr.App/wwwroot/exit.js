// Leaving in a hurry: the public home takes this page's place, so that the browser's "back" does not lead here. The link alone does it without this file.
document.addEventListener('click', event => {
  const exit = event.target.closest('a[data-exit]');
  if (!exit || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(exit.href);
});
