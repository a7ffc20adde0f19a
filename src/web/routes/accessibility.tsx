import { formatDay } from '../../platform/i18n/format.ts';
import { Operator } from '../components/operator.tsx';
import { useLanguage, useWords } from '../language.ts';
import { legalMessages } from '../messages/legal.ts';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell-context.ts';

/** When what this page says was last checked against the code. */
const declaredOn = '2026-11-24';

export default function Accessibility() {
  const { legal, origin, territory, version } = useShell();
  // A computer's own address says nothing to a reader: the site's name does.
  const host = origin === null || /^https?:\/\/(localhost|127\.|\[)/.test(origin) ? '' : ` (${origin})`;
  const language = useLanguage();
  const words = useWords(legalMessages).accessibility;
  return (
    <Page title={words.shortTitle} crumbs={[]} kind="text" lead={<p>{words.title}</p>}>
      <p>{words.commitment(legal.publisher ?? words.defaultPublisher)} {words.appliesTo(`Ancrage, ${territory.name}${host}`)}</p>
      <h2>{words.state}</h2>
      <p>{words.stateText}</p>
      <h2>{words.tests}</h2>
      <p>{words.testsText}</p>
      <h2>{words.known}</h2>
      <ul>{words.knownText.map((text) => <li key={text}>{text}</li>)}</ul>
      <h2>{words.made}</h2>
      <p>{words.madeText(formatDay(declaredOn, language), version)}</p>
      <h2>{words.contact}</h2>
      <p>{words.contactText}</p>
      <p><Operator line="contact" /></p>
      <h2>{words.remedies}</h2>
      <p>{words.remediesText}</p>
      <ul>{words.remediesList.map((text) => <li key={text}>{text}</li>)}</ul>
      <h2>{words.plan}</h2>
      <p>{words.planText}</p>
    </Page>
  );
}
