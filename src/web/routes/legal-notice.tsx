import { Operator } from '../components/operator.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { legalMessages } from '../messages/legal.ts';
import { Page } from '../shell/page.tsx';

const lines = ['publisher', 'address', 'director', 'host', 'contact'] as const;

export default function LegalNotice() {
  const language = useLanguage();
  const words = useWords(legalMessages).notice;
  return (
    <Page title={words.title} crumbs={[]} kind="text">
      <dl className="facts">
        {lines.map((line) => <LegalLine key={line} line={line} label={words[line]} />)}
      </dl>
      <p className="note">{words.legalBasis}</p>
      <h2>{words.software}</h2>
      <p>{words.softwareText}</p>
      <dl className="facts"><LegalLine line="sourceCode" label={words.codeLabel} /></dl>
      <h2>{words.data}</h2>
      <p>{words.dataText}</p>
      <p><a href={pathIn(language, '/sources')}>{words.dataLink}</a></p>
    </Page>
  );
}

function LegalLine({ line, label }: { line: (typeof lines)[number] | 'sourceCode'; label: string }) {
  return <><dt>{label}</dt><dd><Operator line={line} /></dd></>;
}
