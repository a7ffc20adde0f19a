import { data, useLocation } from 'react-router';
import { usualSeed as seed, type EmployeesFigures } from '../../needs/index.ts';
import { projectIds, aidsOf, ruleBook } from '../../aids/index.ts';
import { needsWords as words } from '../messages/needs.ts';
import { Demonstration } from '../components/demonstration.tsx';
import { NeedsAids, NeedsCeilings, NeedsWhole } from '../employees/figures.tsx';
import { NeedsEffort } from '../employees/effort.tsx';
import { NeedsDetail } from '../employees/detail.tsx';
import { NeedsMethod, NeedsUncountable } from '../employees/method.tsx';
import { readNeedsQuery } from '../employees/query.ts';
import { NeedsTrial } from '../employees/trial.tsx';
import { choicesOf, needsSources, needsView } from '../employees/view.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import { pathIn, useLanguage } from '../language.ts';
import type { Route } from './+types/employees-needs';

/** A population takes seconds to make, the first time: past this the page says so, and asks again by itself. */
const patienceMs = 500;
const againSeconds = 3;

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  demand(context, 'employeesNeeds.read');
  const query = readNeedsQuery(new URL(request.url).searchParams, app.clock.today(), aidsOf(projectIds, ruleBook().aids).map(({ id }) => id));
  const asked = { db: app.db, territory: app.territory, seed, asOf: app.clock.now(), at: query.at };
  const answer = await Promise.race([app.employees({ ...asked, moves: query.moves }), later(patienceMs)]);
  if (answer === undefined) return data({ state: 'pending' as const, query }, { headers: { refresh: String(againSeconds) } });
  if (!answer.ok) return { state: 'empty' as const, query, failure: answer.error };
  const figures = answer.value;
  const usual = Object.keys(query.moves).length > 0 ? await app.employees(asked) : undefined;
  return {
    state: 'figures' as const, query, view: needsView(figures, usual?.ok ? usual.value : undefined, query, app), choices: choicesOf(figures), sources: await needsSources(app, figures),
  };
}

// A page without scripts asks again too.
export const headers = ({ loaderHeaders }: Route.HeadersArgs): Headers => loaderHeaders;

const later = (milliseconds: number): Promise<undefined> => new Promise((resolve) => { setTimeout(resolve, milliseconds, undefined).unref(); });

/** What a synthetic population says of the needs of the territory's employees. */
export default function Needs({ loaderData }: Route.ComponentProps) {
  return (
    <DeskPage title={words.title} crumbs={[]} lead={words.lead} problems={loaderData.query.problems}>
      {loaderData.state === 'pending' && <Pending />}
      {loaderData.state === 'empty' && <Empty missing={loaderData.failure.missing} nobody={loaderData.failure.code === 'population.nobodyAtWork'} />}
      {loaderData.state === 'figures' && (
        <>
          {loaderData.view.isDemonstration && <p className="notice measure"><Demonstration /> {words.demonstration}</p>}
          <p className="note measure">{words.synthetic} <a href="#methode">{words.how}</a></p>
          <NeedsWhole view={loaderData.view} />
          <NeedsTrial query={loaderData.query} choices={loaderData.choices} />
          <NeedsCeilings view={loaderData.view} />
          <NeedsDetail view={loaderData.view} />
          <NeedsEffort view={loaderData.view} />
          <NeedsAids view={loaderData.view} />
          <NeedsUncountable list={loaderData.view.missing} />
          <NeedsMethod view={loaderData.view} sources={loaderData.sources} />
        </>
      )}
    </DeskPage>
  );
}

function Pending() {
  const { pathname, search } = useLocation();
  return (
    <div className="teach">
      <p><strong>{words.pending.title}</strong></p>
      <p>{words.pending.text}</p>
      <p><a href={pathname + search}>{words.pending.again}</a></p>
    </div>
  );
}

/** What to load before anything can be said. */
function Empty({ missing, nobody }: { missing: EmployeesFigures['missing']; nobody: boolean }) {
  const language = useLanguage();
  return (
    <div className="teach">
      <p><strong>{words.empty.title}</strong></p>
      <p>{words.empty.text} {nobody && words.empty.nobody}</p>
      <p>{words.empty.wanted}{'\u00a0'}:</p>
      <ul>{missing.map(({ what, file }) => <li key={`${what} ${file}`}>{file} <span className="note">({what})</span></li>)}</ul>
      <p>{words.empty.command} <code className="command">npx ancrage import {words.empty.file}</code></p>
      <p>{words.empty.what}</p>
      <p><a href={pathIn(language, '/sources')}>{words.empty.sources}</a></p>
    </div>
  );
}
