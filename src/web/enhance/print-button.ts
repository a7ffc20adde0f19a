/** Printing needs a script: its button only shows where one runs. */
export function enhancePrint(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-prints]')) {
    button.hidden = false;
    button.addEventListener('click', () => page.defaultView?.print());
  }
}
