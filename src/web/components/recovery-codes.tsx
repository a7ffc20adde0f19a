import { useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { Page } from '../shell/page.tsx';

/** The ten codes, this once. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const words = useWords(identityMessages).codes;
  return (
    <Page title={words.title} kind="text" lead={<p>{words.text}</p>}>
      <ol className="recovery-codes">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <p className="actions"><a className="button" href={next}>{words.next}</a></p>
    </Page>
  );
}
