import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { pathIn, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { Page } from '../shell/page.tsx';
import type { AidView } from './answer.view.ts';
import { ConditionTree } from './condition-tree.tsx';
import { GivenAnswers, PrintedAnswers } from './given-answers.tsx';
import { Linked } from './linked.tsx';
import { reasonsOf } from './reason.text.ts';
import { resultGroups } from './result.groups.ts';
import type { SimulatorView } from './simulator.view.ts';
import { StateForm, stateForm, StepBack } from './state-form.tsx';
import { TalkToSomeone } from './talk-to-someone.tsx';

/** What one can have now, what one could have, what is not open and why: to be read aloud in a minute, with the detail folded below. */
export function SimulatorResult({ view, language }: { view: SimulatorView; language: PageLanguage }) {
  const words = usePageWords(simulatorMessages);
  const { result } = words;
  const { summary, groups, nothingNow } = resultGroups(view.aids, language);
  const talksFirst = view.talksFirst || nothingNow;
  const talk = view.contact && <TalkToSomeone contact={view.contact} />;
  return (
    <Page title={result.title} crumbs={[{ label: words.short, path: '/simulateur' }]} kind="text" startsHere lead={<p>{summary} {result.at(formatDay(view.at, language))}</p>}>
      <p className="note">{result.caution}</p>
      <StateForm state={view} path={pathIn(language, '/simulateur')} />
      <p className="actions screen-only">
        <button type="submit" form={stateForm} formAction={pathIn(language, '/simulateur/resultat.pdf')} className="button-quiet">{result.pdf}</button>
        <button type="button" className="button-quiet" data-prints hidden>{result.print}</button>
        {view.goesBack && <StepBack form={stateForm}>{words.back}</StepBack>}
      </p>
      {talksFirst && talk}
      {groups.map(({ id, title, aids }) => (
        <section key={id} aria-labelledby={id} className={`result-group result-${id}`}>
          <h2 id={id}>{title}</h2>
          {aids.map((aid) => <AidAnswer key={aid.id} aid={aid} language={language} />)}
        </section>
      ))}
      {!talksFirst && talk}
      <GivenAnswers view={view} />
      <PrintedAnswers view={view} />
    </Page>
  );
}

function AidAnswer({ aid, language }: { aid: AidView; language: PageLanguage }) {
  const { result, colon } = usePageWords(simulatorMessages);
  const french = language === 'fr' ? undefined : 'fr';
  // Heard apart from its place, a link or a fold says whose it is.
  const whose = <span className="visually-hidden">{colon}{aid.title}</span>;
  return (
    <article className="aid-answer" aria-labelledby={`aide-${aid.id}`}>
      <h3 id={`aide-${aid.id}`}>{aid.title}</h3>
      {aid.amount && <p className="aid-amount"><span lang={aid.amount.french ? 'fr' : undefined}>{aid.amount.label}</span>{colon}<strong>{aid.amount.value}</strong>{aid.amount.limits && ` (${aid.amount.limits})`}</p>}
      {aid.opens && <p className="aid-deadline">{aid.opens}.</p>}
      {aid.deadline && aid.outcome !== 'no' && <p className="aid-deadline">{aid.deadline}.</p>}
      {aid.openToAll && <p><strong>{result.openToAll}</strong>{colon}<span lang={aid.openToAll.french ? 'fr' : undefined}><Linked parts={aid.openToAll.parts} /></span></p>}
      {aid.where && <p><strong>{result.firstStep}</strong>{colon}<span lang={aid.where.french ? 'fr' : undefined}><Linked parts={aid.where.parts} /></span></p>}
      {aid.waysIn.map(({ lead, text }) => <p key={text} className="way-in">{lead} <strong>{text}</strong>.</p>)}
      {aid.missing && <p>{result.missing}{colon}{aid.missing}</p>}
      <Reasons aid={aid} language={language} />
      {aid.askNow && <p>{result.documents}{colon}<span lang={french}>{aid.documents.join(' ; ')}.</span></p>}
      {aid.outcome === 'yes' && <p className="print-only">{result.documents}{colon}<span lang={french}>{aid.documents.join(' ; ')}.</span></p>}
      <details className="screen-only">
        <summary>{result.details}{whose}</summary>
        <ConditionTree condition={aid.conditions} />
        <dl className="facts">
          <dt>{result.documents}</dt><dd lang={french}>{aid.documents.join(' ; ')}</dd>
          {aid.with.length > 0 && <><dt>{result.with}</dt><dd lang={french}>{aid.with.join(', ')}</dd></>}
          {aid.without.length > 0 && <><dt>{result.without}</dt><dd lang={french}>{aid.without.join(', ')}</dd></>}
          <dt>{result.notModelled}</dt><dd lang={french}>{aid.notModelled.join(' ')}</dd>
        </dl>
      </details>
      <p className="note">{aid.confidence} <a className="screen-only" href={pathIn(language, `/regles/${aid.id}`)}>{result.rule}{whose}</a></p>
    </article>
  );
}

function Reasons({ aid, language }: { aid: AidView; language: PageLanguage }) {
  const { colon } = usePageWords(simulatorMessages);
  const { lead, reasons } = reasonsOf(aid, language);
  if (reasons.length === 0) return null;
  if (reasons.length === 1) return <p className="because">{lead}{colon}{reasons[0]}</p>;
  return (
    <>
      <p className="because">{lead}{colon.trimEnd()}</p>
      <ul className="condition-list">{reasons.map((one) => <li key={one}>{one}</li>)}</ul>
    </>
  );
}
