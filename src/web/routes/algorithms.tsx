import { Operator } from '../components/operator.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { legalMessages } from '../messages/legal.ts';
import { Page } from '../shell/page.tsx';

export default function Algorithms() {
  const language = useLanguage();
  const words = useWords(legalMessages).algorithms;
  return (
    <Page title={words.title} crumbs={[]} kind="text" lead={<p>{words.lead}</p>}>
      <p>{words.basis}</p>
      <h2>{words.figures}</h2>
      <ul>{words.figuresList.map((text) => <li key={text}>{text}</li>)}</ul>
      <p>{words.cards} <a href={pathIn(language, '/plan-du-site#indicateurs')}>{words.cardsLink}</a>.</p>
      <h2>{words.rules}</h2>
      <ul>{words.rulesList.map((text) => <li key={text}>{text}</li>)}</ul>
      <p><a href={pathIn(language, '/regles')}>{words.rulesLink}</a></p>
      <h2>{words.code}</h2>
      <p>{words.codeText}</p>
      <p><Operator line="sourceCode" /></p>
    </Page>
  );
}
