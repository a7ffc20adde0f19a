import { pathIn, useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { Page } from '../shell/page.tsx';

/** A link that served already, is too old, or never was: all the same. */
export function LinkOver({ ask }: { ask: string }) {
  const words = useWords(identityMessages).linkOver;
  return (
    <Page title={words.title} kind="text" lead={<p>{words.text}</p>}>
      <p className="actions"><a className="button" href={pathIn(useLanguage(), ask)}>{words.ask}</a></p>
    </Page>
  );
}
