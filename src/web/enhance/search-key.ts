/** « / » goes to the search box, unless one is typing. */
export function enhanceSearchKey(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea, [contenteditable]')) return;
    const box = page.querySelector<HTMLInputElement>('#search');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
