/**
 * A simulation lives in its page: its answers are also kept after the address's #, which never leaves the browser, so that
 * the page can be kept, sent or opened again. Without this script the form alone carries them.
 */
export function enhanceSimulation(page: Document): void {
  const state = page.querySelector<HTMLFormElement>('form[data-simulation]');
  const resuming = page.querySelector<HTMLFormElement>('form[data-resumes]');
  if (!state && !resuming) return;
  keepAddress(page);
  // An address pasted over this one loads nothing by itself.
  page.defaultView?.addEventListener('hashchange', () => { if (holdsAnswers(page)) resume(page, state ?? resuming); });
  if (state) return writeAddress(page, state);
  if (!resuming || !holdsAnswers(page)) return;
  // Back and reload come here, as the address alone is loaded again: they go on to the page that stood there.
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (arrival?.type === 'reload' || arrival?.type === 'back_forward') return resume(page, resuming);
  fill(resuming, page);
  resuming.hidden = false;
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a.language-switch')) link.hash = page.location.hash;
}

const holdsAnswers = ({ location }: Document): boolean => new URLSearchParams(location.hash.slice(1)).has('projet');

function writeAddress(page: Document, state: HTMLFormElement): void {
  const answers = new URLSearchParams();
  for (const field of state.querySelectorAll<HTMLInputElement>('input[type=hidden]')) answers.append(field.name, field.value);
  page.defaultView?.history.replaceState(null, '', `#${answers}`);
}

/** A link within the page takes its reader there, and leaves the answers in the address. */
function keepAddress(page: Document): void {
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const target = link && page.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView();
  });
}

function fill(form: HTMLFormElement, page: Document): void {
  for (const [name, value] of new URLSearchParams(page.location.hash.slice(1))) {
    const field = page.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
}

function resume(page: Document, like: HTMLFormElement | null): void {
  const form = page.createElement('form');
  // Read and called past the form: an answer of a crafted address may bear the name of one of its properties.
  form.setAttribute('method', 'post');
  form.setAttribute('action', like?.getAttribute('action') ?? '');
  fill(form, page);
  const again = page.createElement('input');
  again.type = 'hidden';
  again.name = 'geste';
  again.value = 'voir';
  form.append(again);
  page.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}
