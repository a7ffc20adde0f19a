/**
 * A simulation lives in its page: its answers are also kept after the address's #, which never leaves the browser, so that
 * the page can be kept, sent or opened again. Without this script the form alone carries them.
 *
 * An address may be crafted, and a field hides the property of its form that bears its name: fields of an address only go
 * into a form made to be sent, of which nothing is read or called once it holds them.
 */
export function enhanceSimulation(page: Document): void {
  const state = page.querySelector<HTMLFormElement>('form[data-simulation]');
  const resuming = page.querySelector<HTMLFormElement>('form[data-resumes]');
  const form = state ?? resuming;
  if (!form) return;
  const action = form.getAttribute('action') ?? '';
  keepAddress(page);
  // An address pasted over this one loads nothing by itself.
  page.defaultView?.addEventListener('hashchange', () => { if (holdsAnswers(page)) resume(page, action); });
  if (state) return writeAddress(page);
  if (!resuming || !holdsAnswers(page)) return;
  // Back and reload come here, as the address alone is loaded again: they go on to the page that stood there.
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (arrival?.type === 'reload' || arrival?.type === 'back_forward') return resume(page, action);
  resuming.hidden = false;
  resuming.addEventListener('submit', (event) => {
    event.preventDefault();
    resume(page, action);
  });
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a.language-switch')) link.hash = page.location.hash;
}

const holdsAnswers = ({ location }: Document): boolean => new URLSearchParams(location.hash.slice(1)).has('projet');

function writeAddress(page: Document): void {
  const answers = new URLSearchParams();
  for (const { name, value } of page.querySelectorAll<HTMLInputElement>('form[data-simulation] input[type=hidden]')) answers.append(name, value);
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

function hiddenField(page: Document, name: string, value: string): HTMLInputElement {
  const field = page.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  return field;
}

/** Sends the address's answers, to see the page that stood there. */
function resume(page: Document, action: string): void {
  const form = page.createElement('form');
  form.setAttribute('method', 'post');
  form.setAttribute('action', action);
  page.body.append(form);
  const answers = [...new URLSearchParams(page.location.hash.slice(1))].map(([name, value]) => hiddenField(page, name, value));
  // The first of a name counts: what the address says of this one does not.
  form.append(hiddenField(page, 'geste', 'voir'), ...answers);
  HTMLFormElement.prototype.submit.call(form);
}
