import { useSurroundingLang, useWords } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';

/** First stop of the keyboard: past the header. */
export function SkipLink() {
  return <a className="skip-link" href="#contenu" lang={useSurroundingLang()}>{useWords(shellMessages).skipToContent}</a>;
}
