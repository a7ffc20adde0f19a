import { data } from 'react-router';
import { formatDay } from '../../platform/i18n/format.ts';
import { pageLanguageOf, pathIn, usePageLanguage, usePageWords } from '../language.ts';
import { rulesMessages } from '../messages/rules.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { RuleConditions } from '../simulator/rule-conditions.tsx';
import { pageOf } from '../simulator/rule-files.ts';
import { CurrentValues, ParametersThroughTime } from '../simulator/rule-parameters.tsx';
import { dateText } from '../simulator/rule-parameters.view.ts';
import { ruleView, type RuleLink, type RuleView } from '../simulator/rule.view.ts';
import type { Route } from './+types/rule';

export function loader({ context, params, request }: Route.LoaderArgs) {
  const page = pageOf(params.id);
  if (!page) throw data(null, { status: 404 });
  const { clock, territory } = context.get(appContext);
  const at = clock.today();
  const language = pageLanguageOf(request);
  return { rule: ruleView(page, { at, language, territory }), today: formatDay(at, language) };
}

/** One rule: an aid, or ceilings, categories and duties on which aids and a territory stand. Its conditions, its parameters through time, its sources, its text. */
export default function Rule({ loaderData: { rule, today } }: Route.ComponentProps) {
  const words = usePageWords(rulesMessages);
  const language = usePageLanguage();
  const french = language === 'fr' ? undefined : 'fr';
  return (
    <Page title={rule.title} crumbs={[{ label: words.title, path: '/regles' }]} kind="work" lead={<p lang={rule.description.lang}>{rule.description.text}</p>}>
      <Trial rule={rule} />
      {rule.conditions && <><h2>{words.conditions}</h2><div className="rule-conditions measure"><RuleConditions condition={rule.conditions} /></div></>}
      {rule.where && (
        <>
          <h2>{words.where}</h2>
          <p className="measure" lang={rule.where.lang}>{rule.where.text}</p>
          <h3>{words.documents}</h3>
          <ul lang={french}>{rule.documents.map((one) => <li key={one}>{one}</li>)}</ul>
        </>
      )}
      <Links title={words.servedBy} links={rule.servedBy} />
      {rule.statements.length > 0 && <><h2>{words.statements}</h2><Statements statements={rule.statements} /></>}
      <h2>{words.parameters}</h2>
      {rule.parameters.length === 0 && <p>{words.noParameter}</p>}
      {rule.current.length > 0 && <><p className="note">{words.inForce(today)}</p><CurrentValues values={rule.current} /></>}
      {rule.parameters.map((table) => <ParametersThroughTime key={table.title.text} table={table} />)}
      {rule.notModelled.length > 0 && <><h2>{words.notModelled}</h2><ul className="measure" lang={french}>{rule.notModelled.map((one) => <li key={one}>{one}</li>)}</ul></>}
      <Sources rule={rule} />
      <section className="screen-only" aria-labelledby="texte">
        <h2 id="texte">{words.text}</h2>
        <p className="note">{words.textLead}</p>
        {rule.texts.map(({ file, text }) => <details key={file}><summary>{file}</summary><pre className="rule-text" lang="fr">{text}</pre></details>)}
      </section>
      <Links title={words.standsOn} links={rule.standsOn} />
    </Page>
  );
}

/** Its questions alone; or why there are none. */
function Trial({ rule: { id, trial } }: { rule: RuleView }) {
  const words = usePageWords(rulesMessages);
  const path = pathIn(usePageLanguage(), '/simulateur');
  if (trial !== 'ask') return <p className="note measure">{trial.why}</p>;
  return (
    <form method="post" action={path} className="actions">
      <input type="hidden" name="projet" value={id} />
      <button type="submit">{words.try}</button> <span className="note">{words.tryText}</span>
    </form>
  );
}

function Links({ title, links }: { title: string; links: readonly RuleLink[] }) {
  const language = usePageLanguage();
  if (links.length === 0) return null;
  return <><h2>{title}</h2><ul>{links.map((link) => <li key={link.id}><a href={pathIn(language, `/regles/${link.id}`)}>{link.title}</a></li>)}</ul></>;
}

/** More sentences than these are folded. */
const mostOpen = 24;

function Statements({ statements }: Pick<RuleView, 'statements'>) {
  const words = usePageWords(rulesMessages);
  return (
    <details open={statements.length <= mostOpen}>
      <summary>{words.sentences(String(statements.length))}</summary>
      <ul className="measure">
        {statements.map(({ id, sentence, note, mark }) => (
          <li key={id}>
            <span lang={sentence.lang}>{sentence.text}</span>{mark && <span className="note"> ({mark})</span>}{note && <span className="note" lang={note.lang}> {note.text}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sources({ rule: { sources, certainty } }: { rule: RuleView }) {
  const words = usePageWords(rulesMessages);
  const language = usePageLanguage();
  if (sources.length === 0) return null;
  return (
    <>
      <h2>{words.sources}</h2>
      <ul className="measure">
        {sources.map(({ key, title, author, date, url, jorf }) => (
          <li key={key} id={`source-${key}`}>
            <span lang={language === 'fr' ? undefined : 'fr'}>{title}, {author}</span>{date && `, ${dateText(date, language)}`}{jorf && `, ${jorf}`}
            {url && <>, <a href={/^https?:/.test(url) ? url : `https://${url}`} rel="external">{url}</a></>} <small className="source-code">{key}</small>
          </li>
        ))}
      </ul>
      {certainty && <p className="note">{words.certainty}{language === 'fr' ? '\u00a0: ' : ': '}{certainty}</p>}
    </>
  );
}
