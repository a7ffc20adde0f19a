import { colonIn, formatCount, formatDay } from '../../platform/i18n/format.ts';
import { actionStateText, daysLate, ownerText, targetAgainst, type Convention, type ConventionAction } from '../../steering/index.ts';
import { Broken } from '../components/broken-convention.tsx';
import { Demonstration } from '../components/demonstration.tsx';
import { as } from '../components/table-roles.ts';
import { conventionOf } from '../convention-context.ts';
import { readIndicators } from '../figures/data.ts';
import { headline, type Headline } from '../headline.rules.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { conventionMessages } from '../messages/convention.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/convention';

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const { convention, problems } = conventionOf(app);
  const ids = [...new Set(convention?.targets.flatMap((target) => target.indicator ?? []))];
  const readings = ids.length === 0 ? [] : await readIndicators(app, ids);
  const today: Record<string, Headline> = {};
  for (const id of ids) {
    const definition = app.indicators.find(id);
    if (definition) today[id] = headline(definition, readings, { territory: app.territory, language, page: 'target' });
  }
  const said: Record<string, string> = {};
  for (const target of convention?.targets ?? []) {
    const definition = target.indicator ? app.indicators.find(target.indicator) : undefined;
    if (definition) said[target.id] = targetAgainst(definition, convention).text;
  }
  return { convention, problems, today, said, day: app.clock.today() };
}

export default function ConventionPage({ loaderData }: Route.ComponentProps) {
  const { convention, problems, today, said, day } = loaderData;
  const words = useWords(conventionMessages);
  const language = useLanguage();
  if (problems.length > 0) return <Broken title={words.title} problems={problems} />;
  if (!convention) return <NoConvention />;
  return (
    <Page
      title={words.title}
      crumbs={[]}
      heading={<span lang="fr">{convention.title}</span>}
      lead={<p>{words.lead(String(convention.startsIn), String(convention.endsIn))} {day > `${convention.endsIn}-12-31` && words.over(String(convention.endsIn))} <a href={pathIn(language, '/comite')}>{words.pack}</a></p>}
    >
      <p className="measure" lang="fr">{convention.purpose}</p>
      <dl className="facts">
        <dt>{words.signed}</dt><dd>{formatDay(convention.signedOn, language, { weekday: true })}</dd>
        <dt>{words.parties}</dt><dd lang="fr">{convention.parties.map((party) => <span key={party.id} className="line">{party.name}, {party.signatories.join(' et ')}</span>)}</dd>
        <dt>{words.followUp}</dt><dd lang="fr">{convention.followUp.text}</dd>
        <dt>{words.source}</dt><dd lang="fr">{convention.source.title}, {formatDay(convention.source.date, 'fr')}</dd>
      </dl>
      <Promises convention={convention} />
      <Targets convention={convention} today={today} said={said} />
      <Actions convention={convention} day={day} />
      <Strategies convention={convention} />
    </Page>
  );
}

function NoConvention() {
  const words = useWords(conventionMessages);
  const language = useLanguage();
  return (
    <Page title={words.title} crumbs={[]} heading={words.none.title} kind="text">
      <div className="teach">
        <p>{words.none.text}</p>
        <p><code className="command">{words.none.model}</code></p>
        <p>{words.none.next} <a href={pathIn(language, '/observatoire')}>{words.none.link}</a></p>
      </div>
    </Page>
  );
}

function Promises({ convention }: { convention: Convention }) {
  const words = useWords(conventionMessages);
  const language = useLanguage();
  return (
    <>
      <section aria-labelledby="engagements">
        <h2 id="engagements">{words.commitments(convention.commitments.length)}</h2>
        <ol className="promises" lang="fr">
          {convention.commitments.map((one) => (
            <li key={one.id} id={one.id}>
              <h3>{one.verb}</h3>
              <p>{one.text}</p>
              {one.publics.length > 0 && <p><span lang={language}>{words.publics}{colonIn(language)}</span>{one.publics.join(', ')}.</p>}
              <p className="note"><span lang={language}>{words.owner}{colonIn(language)}</span>{ownerText(convention, one.owner)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="objectif">
        <h2 id="objectif">{words.objective}{colonIn(language)}<span lang="fr">{convention.objective.title}</span></h2>
        <div lang="fr">
          <p className="measure">{convention.objective.text}</p>
          <ul className="plain">{convention.objective.lines.map((line) => <li key={line.id} id={line.id}>{line.text}</li>)}</ul>
        </div>
      </section>
      <section aria-labelledby="moyens">
        <h2 id="moyens">{words.means(convention.means.length)}</h2>
        <ul className="plain" lang="fr">{convention.means.map((one) => <li key={one.id} id={one.id}>{one.text}</li>)}</ul>
      </section>
    </>
  );
}

function Targets({ convention, today, said }: { convention: Convention; today: Record<string, Headline>; said: Record<string, string> }) {
  const words = useWords(conventionMessages);
  return (
    <section>
      <h2 id="cibles">{words.targets}</h2>
      <p className="note measure">{words.targetsNote}</p>
      <div className="scroll-x" role="region" aria-labelledby="cibles" tabIndex={0}>
        <table className="stated stack-on-phone" {...as.table}>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.targets}</th><th scope="col" {...as.head}>{words.target}</th><th scope="col" {...as.head}>{words.today}</th></tr></thead>
          <tbody {...as.group}>
            {convention.targets.map((target) => {
              const figure = target.indicator ? today[target.indicator] : undefined;
              return (
                <tr key={target.id} {...as.row}>
                  <th scope="row" {...as.rowHead} lang="fr">{target.label}</th>
                  <td {...as.cell} data-label={words.target}>
                    <strong>{said[target.id] ?? words.toBeSet}</strong>
                    {target.source && <span className="note" lang="fr">{target.source}</span>}
                  </td>
                  <td {...as.cell} data-label={words.today}>{figure?.found
                    ? <><a href={figure.href}><strong>{figure.text} {figure.unit}</strong></a><span className="note">{figure.period}{figure.perimeter && `, ${figure.perimeter}`}. {figure.source}</span></>
                    : <span className="no-figure">{figure?.text ?? words.notMeasured}</span>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Actions({ convention, day }: { convention: Convention; day: string }) {
  const words = useWords(conventionMessages);
  const language = useLanguage();
  const labels = new Map([...convention.commitments.map((one) => [one.id, one.verb] as const), [convention.objective.id, convention.objective.title] as const, ...[...convention.objective.lines, ...convention.means].map((one) => [one.id, one.text] as const)]);
  return (
    <section>
      <h2 id="actions">{words.actions}</h2>
      {convention.actions.some((action) => action.demonstration) && <p><Demonstration /> <span className="note">{words.demonstrationNote}</span></p>}
      <div className="scroll-x" role="region" aria-labelledby="actions" tabIndex={0}>
        <table className="action-list stack-on-phone" {...as.table}>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.action}</th><th scope="col" {...as.head}>{words.state}</th><th scope="col" {...as.head}>{words.due}</th><th scope="col" {...as.head}>{words.leadBy}</th></tr></thead>
          <tbody {...as.group} lang="fr">
            {convention.actions.map((action) => (
              <tr key={action.id} {...as.row} id={`action-${action.id}`}>
                <th scope="row" {...as.rowHead}>
                  {action.title} {action.demonstration && <Demonstration />}
                  <span className="note"><span lang={language}>{words.serves}{colonIn(language)}</span>{action.serves.map((id) => unstopped(labels.get(id) ?? id)).join('\u00a0; ')}.{action.comment && ` ${action.comment}`}</span>
                </th>
                <td {...as.cell} data-label={words.state} lang={language}><ActionState action={action} day={day} /></td>
                <td {...as.cell} data-label={words.due} lang={language}>{action.doneOn ? words.finishedOn(formatDay(action.doneOn, language)) : action.dueOn ? formatDay(action.dueOn, language) : words.noDate}</td>
                <td {...as.cell} data-label={words.leadBy}>{action.lead}<span className="note">{ownerText(convention, action.owner)}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A sentence inside another has no full stop of its own. */
const unstopped = (text: string): string => text.replace(/\.$/, '');

function ActionState({ action, day }: { action: ConventionAction; day: string }) {
  const words = useWords(conventionMessages);
  const language = useLanguage();
  const late = daysLate(action, day);
  if (late > 0) return <><span className="state state-late">{words.late(formatCount(late, language === 'fr' ? { one: 'jour', many: 'jours' } : { one: 'day', many: 'days' }, language))}</span><span className="note">{actionStateText(action.state, language)}</span></>;
  if (action.state === 'done') return <span className="state state-done">{actionStateText(action.state, language)}</span>;
  if (action.state === 'onHold') return <span className="state state-watch">{actionStateText(action.state, language)}</span>;
  return <>{actionStateText(action.state, language)}</>;
}

function Strategies({ convention }: { convention: Convention }) {
  const words = useWords(conventionMessages);
  const language = useLanguage();
  return (
    <section aria-labelledby="strategies">
      <h2 id="strategies">{words.strategies}</h2>
      <p className="measure">{words.strategiesNote}</p>
      <dl className="facts" lang="fr">
        {convention.strategies.map((one) => (
          <div key={one.id} className="facts-row">
            <dt>{one.name}<span className="note">{one.kind}</span></dt>
            <dd>{one.text} <span className="note" lang={language}>{one.status === 'inText' ? words.inText : words.toDescribe}</span></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
