/** A region that scrolls sideways is a tab stop only while something is hidden in it. */
export function enhanceScrollRegions(page: Document): void {
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const region of page.querySelectorAll('.scroll-x[tabindex]')) watch.observe(region);
}
