import { pathIn, useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { useShell } from '../shell/shell-context.ts';
import { Page } from '../shell/page.tsx';

/** The same page whether the address has an account or not. */
export default function LinkSent() {
  const words = useWords(identityMessages).linkSent;
  const language = useLanguage();
  const { outbox } = useShell();
  return (
    <Page title={words.title} kind="text" lead={<p>{words.text}</p>}>
      <p>{words.nothing}</p>
      <ul className="link-list">
        <li><a href={pathIn(language, '/connexion')}>{words.again}</a></li>
        {outbox && <li><a href={pathIn(language, '/demo/courrier')}>{words.outbox}</a></li>}
      </ul>
    </Page>
  );
}
