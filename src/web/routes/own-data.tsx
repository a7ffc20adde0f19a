import { data, redirect } from 'react-router';
import { listPrivacyRequests, makePrivacyRequest, type PrivacyRequest } from '../../parties/index.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { requestKinds, type RequestKind } from '../../platform/privacy/request.text.ts';
import { Done, Problems, useFormPrefix } from '../components/form.tsx';
import { French } from '../components/french.tsx';
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
import type { Route } from './+types/own-data';

function sessionOf(context: Route.LoaderArgs['context']) {
  const { db, clock } = context.get(appContext);
  const { actor } = demand(context, 'privacyRequest.create');
  if (actor.role !== 'employee') throw data(null, { status: 404 });
  return { db, clock, actor };
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const listed = await listPrivacyRequests(sessionOf(context), {});
  if (!listed.ok) throw data(null, { status: 404 });
  const { requests } = listed.value;
  const sent = requests.find(({ id }) => id === new URL(request.url).searchParams.get('envoyee'));
  return { requests, sentDueOn: sent && !sent.answeredAt ? sent.dueOn : null };
}

export async function action({ context, request }: Route.ActionArgs) {
  const session = sessionOf(context);
  const language = languageOf(request);
  const form = await readForm(request);
  const made = await makePrivacyRequest(session, { kind: form('demande'), detail: form('precisions') });
  if (made.ok) return redirect(`${pathIn(language, '/mon-parcours/mes-donnees')}?envoyee=${made.value.id}`);
  return refused(privacyProblems(made.error, language, { kind: 'demande', detail: 'precisions' }, true), { demande: form('demande'), precisions: form('precisions') });
}

/** What a person may do about her data: a copy, a request, and what was answered. */
export default function OwnData({ loaderData: { requests, sentDueOn }, actionData }: Route.ComponentProps) {
  const words = useWords(privacyMessages).data;
  const language = useLanguage();
  const problems = actionData?.problems;
  const path = pathIn(language, '/mon-parcours/mes-donnees');
  return (
    <Page title={words.title} beforeTitle={useFormPrefix(problems)} kind="work" crumbs={[{ label: useWords(spaceMessages).home.title, path: '/espace' }]} lead={<p>{words.lead}</p>}>
      <Problems problems={problems} />
      {sentDueOn && !problems && <Done>{words.sent(formatDay(sentDueOn, language, { weekday: true }))}</Done>}
      <h2>{words.copy}</h2>
      <p className="measure">{words.copyText}</p>
      <form method="post" action={`${path}/copie`}><button type="submit">{words.copyButton}</button></form>
      <h2>{words.ask}</h2>
      <p className="measure">{words.askText}</p>
      <form method="post" action={path} className="form" noValidate>
        <Labelled name="demande" label={words.kind} problems={problems}>
          {(tie) => <select {...tie} required defaultValue={actionData?.typed['demande'] ?? 'access'}>{requestKinds.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}</select>}
        </Labelled>
        <Labelled name="precisions" label={words.detail} hint={words.detailHint} problems={problems}>
          {(tie) => <textarea {...tie} rows={5} maxLength={2000} defaultValue={actionData?.typed['precisions'] ?? ''} />}
        </Labelled>
        <p className="actions"><button type="submit">{words.askButton}</button></p>
      </form>
      <h2>{words.mine}</h2>
      {requests.length === 0 ? <p>{words.none}</p> : <Requests requests={requests} />}
      <p>{words.more}{language === 'fr' ? '\u00a0: ' : ': '}<a href={pathIn(language, '/mon-parcours/acces')}>{words.access}</a>, <a href={pathIn(language, '/espace/registre')}>{words.register}</a>.</p>
    </Page>
  );
}

function Requests({ requests }: { requests: readonly PrivacyRequest[] }) {
  const words = useWords(privacyMessages).data;
  const language = useLanguage();
  return (
    <WideTable label={words.mine}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{words.mine}</caption>
        <thead {...as.group}><tr {...as.row}>{[words.kind, words.askedOn, words.state].map((head) => <th key={head} scope="col" {...as.head}>{head}</th>)}</tr></thead>
        <tbody {...as.group}>
          {requests.map(({ id, kind, askedAt, dueOn, answeredAt, outcome }) => (
            <tr key={id} {...as.row}>
              <th scope="row" {...as.rowHead}>{words.kinds[kind as RequestKind]}</th>
              <td {...as.cell} data-label={words.askedOn}>{formatDay(dayOf(askedAt), language)}</td>
              <td {...as.cell} data-label={words.state}>
                {answeredAt ? words.answered(formatDay(dayOf(answeredAt), language)) : words.due(formatDay(dueOn, language, { weekday: true }))}
                {outcome && <div className="answer"><French>{outcome}</French></div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
