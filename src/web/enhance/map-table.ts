/** Map (or bars) and table in step: what one points at in one lights up in the other; a click chooses the commune. */
export function enhanceMapAndTable(page: Document): void {
  const pictures = page.querySelectorAll<SVGElement>('.map [data-area]');
  const table = page.querySelector('table.communes');
  if (!table || pictures.length === 0) return;
  const parts = (area: string): Element[] => [...page.querySelectorAll(`[data-area="${CSS.escape(area)}"]`)];
  const light = (event: Event, lit: boolean): void => {
    const area = event.target instanceof Element ? event.target.closest('[data-area]')?.getAttribute('data-area') : null;
    if (area) for (const part of parts(area)) part.classList.toggle('lit', lit);
  };
  for (const [entering, leaving] of [['mouseover', 'mouseout'], ['focusin', 'focusout']] as const) {
    page.addEventListener(entering, (event) => light(event, true));
    page.addEventListener(leaving, (event) => light(event, false));
  }
  for (const picture of pictures) {
    picture.addEventListener('click', () => {
      const url = new URL(page.location.href);
      url.searchParams.set('commune', picture.getAttribute('data-area') ?? '');
      url.hash = '';
      page.location.assign(url);
    });
  }
}
