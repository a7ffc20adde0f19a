import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { pathIn, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { Page } from '../shell/page.tsx';
import type { AidView } from './answer.view.ts';
import { ConditionTree } from './condition-tree.tsx';
import { GivenAnswers } from './given-answers.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import { resultGroups } from './result.groups.ts';
import type { SimulatorView } from './simulator.view.ts';

/** What one can have now, what one could have, what is not open and why: to be read aloud in a minute, with the detail folded below. */
export function SimulatorResult({ view, language }: { view: SimulatorView; language: PageLanguage }) {
  const words = usePageWords(simulatorMessages);
  const { result } = words;
  const { summary, groups } = resultGroups(view.aids, language);
  return (
    <Page title={result.title} crumbs={[{ label: words.short, path: '/simulateur' }]} kind="text" lead={<p>{summary} {result.at(formatDay(view.at, language))}</p>}>
      <p className="note">{result.caution}</p>
      <form method="post" action={pathIn(language, '/simulateur/resultat.pdf')} className="actions screen-only" data-simulation>
        <HiddenFields fields={view.fields} />
        <button type="submit" className="button-quiet">{result.pdf}</button>
        <button type="button" className="button-quiet" data-prints hidden>{result.print}</button>
      </form>
      {groups.map(({ id, title, aids }) => (
        <section key={id} aria-labelledby={id} className={`result-group result-${id}`}>
          <h2 id={id}>{title}</h2>
          {aids.map((aid) => <AidAnswer key={aid.id} aid={aid} language={language} />)}
        </section>
      ))}
      <GivenAnswers view={view} />
    </Page>
  );
}

function AidAnswer({ aid, language }: { aid: AidView; language: PageLanguage }) {
  const { result } = usePageWords(simulatorMessages);
  const french = language === 'fr' ? undefined : 'fr';
  return (
    <article className="aid-answer unbroken">
      <h3>{aid.title}</h3>
      {aid.amount && <p className="aid-amount"><span lang={aid.amount.french ? 'fr' : undefined}>{aid.amount.label}</span>{language === 'fr' ? '\u00a0: ' : ': '}<strong>{aid.amount.value}</strong></p>}
      {aid.deadline && aid.outcome !== 'no' && <p className="aid-deadline">{aid.deadline}.</p>}
      {aid.outcome === 'yes' && <p><strong>{result.firstStep}</strong>{language === 'fr' ? '\u00a0: ' : ': '}<span lang={french}>{aid.where}</span></p>}
      {aid.waysIn.map(({ lead, text }) => <p key={text} className="way-in">{lead} <strong>{text}</strong>.</p>)}
      {aid.missing.length > 0 && <p>{result.missing}{language === 'fr' ? '\u00a0: ' : ': '}{aid.missing.slice(0, 6).join(', ')}{aid.missing.length > 6 && '…'}.</p>}
      {aid.because.length > 0 && (
        <>
          <p className="because">{aid.outcome === 'unknown' ? result.notKnown : result.because}{language === 'fr' ? '\u00a0:' : ':'}</p>
          <ul className="condition-list">{aid.because.slice(0, 4).map((one) => <li key={one.text}>{one.text}{one.compared && <span className="note"> ({one.compared})</span>}</li>)}</ul>
        </>
      )}
      <details>
        <summary>{result.details}</summary>
        <ConditionTree condition={aid.conditions} />
        <dl className="facts">
          <dt>{result.documents}</dt><dd lang={french}>{aid.documents.join(' ; ')}</dd>
          {aid.with.length > 0 && <><dt>{result.with}</dt><dd lang={french}>{aid.with.join(', ')}</dd></>}
          {aid.without.length > 0 && <><dt>{result.without}</dt><dd lang={french}>{aid.without.join(', ')}</dd></>}
          <dt>{result.notModelled}</dt><dd lang={french}>{aid.notModelled.join(' ')}</dd>
        </dl>
      </details>
      <p className="note"><a href={pathIn(language, `/regles/${aid.id}`)}>{result.rule}</a> ({aid.confidence})</p>
    </article>
  );
}
