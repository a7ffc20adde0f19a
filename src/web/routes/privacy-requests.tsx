import { data, redirect } from 'react-router';
import { listPrivacyRequests, makePrivacyRequest, type PrivacyRequest } from '../../parties/index.ts';
import type { PlainDate } from '../../platform/clock.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { urgencyOf } from '../../platform/privacy/urgency.rules.ts';
import { requestKinds } from '../../platform/privacy/request.text.ts';
import { Field, Problems, useFormPrefix } from '../components/form.tsx';
import { Labelled } from '../components/labelled.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { readForm, refused } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { privacyMessages } from '../messages/privacy.ts';
import { spaceMessages } from '../messages/space.ts';
import { privacyProblems } from '../privacy-answers.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/privacy-requests';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db, clock } = context.get(appContext);
  const { actor } = demand(context, 'privacyRequest.update');
  const search = new URL(request.url).searchParams;
  const state = search.get('etat') === 'repondues' ? ('answered' as const) : ('open' as const);
  const listed = await listPrivacyRequests({ db, clock, actor }, { state, before: search.get('apres') ?? undefined });
  if (!listed.ok) throw data(null, { status: 404 });
  return { ...listed.value, state, today: clock.today(), person: search.get('personne')?.slice(0, 36) ?? '' };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { db, clock } = context.get(appContext);
  const { actor } = demand(context, 'privacyRequest.update');
  const language = languageOf(request);
  const form = await readForm(request);
  const made = await makePrivacyRequest({ db, clock, actor }, { kind: form('demande'), personId: form('personne').trim(), detail: form('precisions') });
  if (made.ok) return redirect(pathIn(language, `/espace/demandes-rgpd/${made.value.id}`));
  return refused(privacyProblems(made.error, language, { personId: 'personne', kind: 'demande', detail: 'precisions' }, false), { personne: form('personne'), demande: form('demande'), precisions: form('precisions') });
}

/** The officer's requests, what is due first at the head. */
export default function PrivacyRequests({ loaderData: { requests, next, state, today, person }, actionData }: Route.ComponentProps) {
  const words = useWords(privacyMessages).requests;
  const ofPerson = useWords(privacyMessages).data;
  const language = useLanguage();
  const problems = actionData?.problems;
  const path = pathIn(language, '/espace/demandes-rgpd');
  return (
    <Page title={words.title} beforeTitle={useFormPrefix(problems)} kind="work" crumbs={[{ label: useWords(spaceMessages).home.title, path: '/espace' }]} lead={<p>{words.lead}</p>}>
      <Problems problems={problems} />
      <nav aria-label={words.states}>
        <ul className="state-list">
          <li><a href={path} aria-current={state === 'open' ? 'page' : undefined}>{words.open}</a></li>
          <li><a href={`${path}?etat=repondues`} aria-current={state === 'answered' ? 'page' : undefined}>{words.answered}</a></li>
        </ul>
      </nav>
      {requests.length === 0 && (state === 'open' ? <div className="teach"><p><strong>{words.noneOpen}</strong></p><p>{words.noneOpenHow}</p></div> : <p className="teach">{words.noneAnswered}</p>)}
      {requests.length > 0 && <Requests requests={requests} state={state} today={today} />}
      {next !== null && <p><a href={`${path}?${state === 'answered' ? 'etat=repondues&' : ''}apres=${next}`}>{words.next}</a></p>}
      <h2 id="noter">{words.note}</h2>
      <form method="post" action={path} className="form" noValidate>
        <Field name="personne" label={words.notePerson} hint={words.noteHint} required maxLength={36} autoComplete="off" spellCheck={false} defaultValue={actionData?.typed['personne'] ?? person} problems={problems} />
        <Labelled name="demande" label={words.kind} problems={problems}>
          {(tie) => <select {...tie} required defaultValue={actionData?.typed['demande'] ?? 'access'}>{requestKinds.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}</select>}
        </Labelled>
        <Labelled name="precisions" label={ofPerson.detail} hint={ofPerson.detailHint} problems={problems}>
          {(tie) => <textarea {...tie} rows={4} maxLength={2000} defaultValue={actionData?.typed['precisions'] ?? ''} />}
        </Labelled>
        <p className="actions"><button type="submit" className="button-quiet">{words.noteButton}</button></p>
      </form>
    </Page>
  );
}

function Requests({ requests, state, today }: { requests: readonly PrivacyRequest[]; state: 'open' | 'answered'; today: PlainDate }) {
  const messages = useWords(privacyMessages);
  const words = messages.requests;
  const language = useLanguage();
  const caption = state === 'open' ? words.caption : words.captionAnswered;
  const last = state === 'open' ? words.due : words.answeredOn;
  return (
    <WideTable label={caption}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead {...as.group}><tr {...as.row}>{[words.person, words.kind, words.asked, last].map((head) => <th key={head} scope="col" {...as.head}>{head}</th>)}</tr></thead>
        <tbody {...as.group}>
          {requests.map((request) => (
            <tr key={request.id} {...as.row}>
              <th scope="row" {...as.rowHead}><a href={pathIn(language, `/espace/demandes-rgpd/${request.id}`)}>{request.personName ?? words.erased}</a></th>
              <td {...as.cell} data-label={words.kind}>{messages.requests.kinds[request.kind]}</td>
              <td {...as.cell} data-label={words.asked}>{formatDay(dayOf(request.askedAt), language)}</td>
              <td {...as.cell} data-label={last}>{request.answeredAt ? formatDay(dayOf(request.answeredAt), language) : <Due on={request.dueOn} today={today} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

const stateClass = { late: 'state-late', soon: 'state-watch', inTime: 'state-done' } as const;

function Due({ on, today }: { on: PlainDate; today: PlainDate }) {
  const words = useWords(privacyMessages).requests;
  const language = useLanguage();
  const urgency = urgencyOf(on, today);
  return <>{formatDay(on, language, { weekday: true })}<br /><span className={`state ${stateClass[urgency]}`}>{words[urgency]}</span></>;
}
