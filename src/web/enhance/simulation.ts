/**
 * A simulation lives in its page: its answers are also kept after the address's #, which never leaves the browser, so that
 * the page can be kept, sent or opened again. Without this script the form alone carries them.
 */
export function enhanceSimulation(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-simulation]');
  if (form) return keepInAddress(page, form);
  const resuming = page.querySelector<HTMLFormElement>('form[data-resumes]');
  const kept = page.location.hash.slice(1);
  if (!resuming || !kept.includes('projet=')) return;
  for (const [name, value] of new URLSearchParams(kept)) {
    const field = page.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    resuming.append(field);
  }
  resuming.hidden = false;
}

function keepInAddress(page: Document, form: HTMLFormElement): void {
  const answers = new URLSearchParams();
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) if (field.name !== 'question' && field.name !== 'demande') answers.append(field.name, field.value);
  page.defaultView?.history.replaceState(null, '', `#${answers}`);
}
