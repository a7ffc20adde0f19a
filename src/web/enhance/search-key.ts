/** « / » goes to the search box, opening the menu that folds it, unless one is typing. */
export function enhanceSearchKey(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea, [contenteditable]')) return;
    const menu = page.querySelector<HTMLDetailsElement>('.site-menu');
    const folds = menu?.checkVisibility() === true;
    const box = page.querySelector<HTMLInputElement>(folds ? '#search-menu' : '#search');
    if (!box) return;
    if (folds) menu.open = true;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
