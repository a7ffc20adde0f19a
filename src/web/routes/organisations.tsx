import { listOrganisations, organisationStates, type Organisation, type OrganisationState } from '../../parties/index.ts';
import { organisationKinds } from '../../platform/permission/matrix.ts';
import { scopeOf } from '../../platform/permission/permission.rules.ts';
import { kindNames } from '../../platform/permission/permission.text.ts';
import { Field } from '../components/form.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeName } from '../people/communes.ts';
import { companyNumber } from '../people/company-number.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { SelectField } from '../people/fields.tsx';
import { frenchDay } from '../people/moment.ts';
import { shown } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/organisations';

type Row = Organisation & { communeName: string | null };

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'organisation.read');
  const address = new URL(request.url).searchParams;
  const asked = { words: (address.get('nom') ?? '').slice(0, 100), kind: organisationKinds.find((kind) => kind === address.get('type')) ?? '' };
  const state = organisationStates.find((known) => known === (address.get('etat') === 'fermees' ? 'closed' : 'open')) ?? 'open';
  const page = shown(await listOrganisations({ ...app, actor }, { ...asked, state, after: address.get('apres') ?? undefined }));
  return {
    asked, state, further: address.has('apres'), after: page.after, mayCreate: scopeOf(actor.role, 'organisation.create') !== undefined,
    organisations: page.organisations.map((one): Row => ({ ...one, communeName: communeName(app, one.commune) })),
  };
}

export default function Organisations({ loaderData: { asked, state, further, after, organisations, mayCreate } }: Route.ComponentProps) {
  const words = organisationWords.list;
  const language = useLanguage();
  const here = pathIn(language, '/espace/organisations');
  const filtered = asked.words !== '' || asked.kind !== '';
  const filter = Object.entries({ etat: state === 'closed' ? 'fermees' : '', nom: asked.words, type: asked.kind }).filter(([, value]) => value !== '');
  const nothing = filtered ? [words.empty, words.emptyHow] : state === 'closed' ? [words.emptyClosed, words.emptyClosedHow] : [words.teach, words.teachHow];
  const page = (more: Record<string, string>): string => `${here}?${new URLSearchParams([...filter, ...Object.entries(more)]).toString()}`;
  return (
    <DeskPage title={words.title} crumbs={[{ label: 'Mon espace', path: '/espace' }]} lead={words.lead}>
      <div className="desk-tools">
        <form method="get" action={here} role="search">
          {state === 'closed' && <input type="hidden" name="etat" value="fermees" />}
          <Field name="nom" type="search" label={words.searchLabel} maxLength={100} autoComplete="off" defaultValue={asked.words} />
          <SelectField name="type" label={words.kind} options={organisationKinds.map((value) => ({ value, label: kindNames[value] }))} empty={words.every} chosen={asked.kind} />
          <button type="submit">{words.button}</button>
        </form>
        {mayCreate && <a className="button button-quiet" href={`${here}/nouvelle`}>{words.new}</a>}
      </div>
      <nav aria-label={words.state}>
        <ul className="desk-states">
          <li><a href={here} aria-current={state === 'open' ? 'page' : undefined}>{words.states.open}</a></li>
          <li><a href={`${here}?etat=fermees`} aria-current={state === 'closed' ? 'page' : undefined}>{words.states.closed}</a></li>
        </ul>
      </nav>
      {organisations.length === 0
        ? <div className="teach"><p><strong>{nothing[0]}</strong></p><p>{nothing[1]}</p></div>
        : <OrganisationTable organisations={organisations} state={state} />}
      {(further || after) && (
        <nav className="desk-pages" aria-label={words.pages}>
          {further && <a href={page({})}>{words.first}</a>}
          {after && <a href={page({ apres: after })} rel="next">{words.after}</a>}
        </nav>
      )}
    </DeskPage>
  );
}

function OrganisationTable({ organisations, state }: { organisations: readonly Row[]; state: OrganisationState }) {
  const words = organisationWords.list;
  const language = useLanguage();
  return (
    <WideTable label={words.caption[state]}>
      <table className="row-links stack-on-phone" {...as.table}>
        <caption>{words.caption[state]}</caption>
        <thead {...as.group}>
          <tr {...as.row}><th scope="col" {...as.head}>{words.name}</th><th scope="col" {...as.head}>{words.kind}</th><th scope="col" {...as.head}>{words.commune}</th><th scope="col" {...as.head}>{words.siren}</th>{state === 'closed' && <th scope="col" {...as.head}>{words.closedOn}</th>}</tr>
        </thead>
        <tbody {...as.group}>
          {organisations.map((one) => (
            <tr key={one.id} {...as.row}>
              <th scope="row" {...as.rowHead}>
                <a href={pathIn(language, `/espace/organisations/${one.id}`)}>{one.name}</a>
                {one.demonstration && <>{' '}<span className="demonstration">{partiesWords.demonstration}</span></>}
              </th>
              <td {...as.cell} data-label={words.kind}>{kindNames[one.kind]}</td>
              <td {...as.cell} data-label={words.commune}>{one.communeName ?? partiesWords.none}</td>
              <td {...as.cell} data-label={words.siren}>{one.siren ? companyNumber(one.siren) : partiesWords.none}</td>
              {one.closedOn && <td {...as.cell} data-label={words.closedOn}>{frenchDay(one.closedOn)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
