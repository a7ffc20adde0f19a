/** A form of choices is sent as soon as one changes; its button then only serves without this script. */
export function enhanceChoices(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sends-itself]')) {
    let byKeyboard = false;
    // Arrow keys walk through a list's options: only a decided choice is sent then.
    form.addEventListener('keydown', (event) => { byKeyboard = event.key.startsWith('Arrow') || event.key.length === 1; });
    form.addEventListener('pointerdown', () => { byKeyboard = false; });
    form.addEventListener('change', () => { if (!byKeyboard) form.requestSubmit(); });
    // Empty choices stay out of the address.
    form.addEventListener('formdata', (event) => {
      const first = Array.from(event.formData).filter(([name, value]) => value === '' || (name === 'affichage' && value === 'carte'));
      for (const [name] of first) event.formData.delete(name);
    });
  }
}
