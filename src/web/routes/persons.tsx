import { data } from 'react-router';
import { findPersons, listPersons, personStates, type PersonLine } from '../../parties/index.ts';
import type { Actor } from '../../platform/permission/actor.ts';
import { scopeOf } from '../../platform/permission/permission.rules.ts';
import { Field, Problems } from '../components/form.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeName } from '../people/communes.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { PersonTable, type PersonRow } from '../people/person-table.tsx';
import { problemsOf, readSent, shown, type FormShape } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { App } from '../../composition.ts';
import type { Route } from './+types/persons';

const shape: FormShape = { names: { words: 'nom' }, labels: { nom: partiesWords.persons.name } };

/** Addresses carry a state and an opaque place in the list, never a name. */
/** For who follows people; a person's own file is not a list. */
function follower(context: Route.LoaderArgs['context']): Actor {
  const { actor } = demand(context, 'person.read');
  if (scopeOf(actor.role, 'person.read') === 'own') throw data(null, { status: 404 });
  return actor;
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const actor = follower(context);
  const asked = new URL(request.url).searchParams;
  const state = personStates.find((known) => known === (asked.get('dossiers') === 'fermes' ? 'closed' : 'open')) ?? 'open';
  const page = shown(await listPersons({ ...app, actor }, { state, after: asked.get('apres') ?? undefined, before: asked.get('avant') ?? undefined }));
  return {
    state, before: page.before, after: page.after, persons: rowsOf(app, page.persons, page.custodians),
    several: scopeOf(actor.role, 'person.read') === 'territory', mayCreate: scopeOf(actor.role, 'person.create') !== undefined,
  };
}

/** A search is sent, not addressed: a name has no place in an address. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const actor = follower(context);
  const { input } = await readSent(request, shape);
  const asked = input['words'] ?? '';
  const found = await findPersons({ ...app, actor }, input);
  if (!found.ok) return data({ asked, problems: problemsOf(found.error, shape), found: null }, { status: 400 });
  const { persons, custodians, full } = found.value;
  return data({ asked, problems: [], found: { persons: rowsOf(app, persons, custodians), full } });
}

const rowsOf = (app: App, persons: readonly PersonLine[], custodians: ReadonlyMap<string, string>): PersonRow[] =>
  persons.map((person) => ({ ...person, communeName: communeName(app, person.commune), custodian: custodians.get(person.custodianId) ?? null }));

export default function Persons({ loaderData, actionData }: Route.ComponentProps) {
  const words = partiesWords.persons;
  const language = useLanguage();
  const { state, persons, several, mayCreate } = loaderData;
  const found = actionData?.found;
  const here = pathIn(language, '/espace/personnes');
  return (
    <DeskPage title={words.title} crumbs={[{ label: 'Mon espace', path: '/espace' }]} lead={several ? words.leadAll : words.lead} problems={actionData?.problems}>
      <Problems problems={actionData?.problems} />
      <div className="desk-tools">
        <form method="post" action={here} className="form" role="search" noValidate>
          <Field name="nom" type="search" label={words.searchLabel} hint={words.searchHint} maxLength={100} autoComplete="off" defaultValue={actionData?.asked} problems={actionData?.problems} />
          <button type="submit">{words.searchButton}</button>
        </form>
        {mayCreate && <a className="button button-quiet" href={`${here}/nouvelle`}>{words.new}</a>}
      </div>
      {found
        ? <Found asked={actionData.asked} persons={found.persons} full={found.full} several={several} />
        : (
          <>
            <nav aria-label={words.state}>
              <ul className="desk-states">
                <li><a href={here} aria-current={state === 'open' ? 'page' : undefined}>{words.states.open}</a></li>
                <li><a href={`${here}?dossiers=fermes`} aria-current={state === 'closed' ? 'page' : undefined}>{words.states.closed}</a></li>
              </ul>
            </nav>
            {persons.length === 0
              ? <div className="teach"><p><strong>{words.empty[state]}</strong></p><p>{state === 'open' && mayCreate ? words.teach : words.teachClosed}</p></div>
              : <PersonTable caption={words.caption[state]} persons={persons} several={several} />}
            <Pages {...loaderData} />
          </>
        )}
    </DeskPage>
  );
}

function Found({ asked, persons, full, several }: { asked: string; persons: readonly PersonRow[]; full: boolean; several: boolean }) {
  const words = partiesWords.persons;
  const language = useLanguage();
  return (
    <section aria-live="polite">
      {persons.length === 0
        ? <div className="teach"><p><strong>{words.nothing(asked)}</strong></p><p>{words.nothingHow}</p></div>
        : <PersonTable caption={words.foundCaption(asked)} persons={persons} several={several} />}
      {full && <p className="note">{words.full}</p>}
      <p><a href={pathIn(language, '/espace/personnes')}>{words.back}</a></p>
    </section>
  );
}

function Pages({ state, before, after }: { state: 'open' | 'closed'; before: string | null; after: string | null }) {
  const words = partiesWords.persons;
  const language = useLanguage();
  if (!before && !after) return null;
  const page = (place: string): string => pathIn(language, `/espace/personnes?${[state === 'closed' && 'dossiers=fermes', place].filter(Boolean).join('&')}`);
  return (
    <nav className="desk-pages" aria-label={words.pages}>
      {before && <><a href={page('')}>{words.first}</a><a href={page(`avant=${before}`)} rel="prev">{words.before}</a></>}
      {after && <a href={page(`apres=${after}`)} rel="next">{words.after}</a>}
    </nav>
  );
}
