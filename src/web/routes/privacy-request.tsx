import { data, redirect } from 'react-router';
import { personalAreas } from '../../composition.ts';
import { answerPrivacyRequest, eraseOnRequest, openPrivacyRequest, type PrivacyRequest } from '../../parties/index.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import type { Kept } from '../../platform/privacy/personal-area.ts';
import { Done, Problems, useFormPrefix } from '../components/form.tsx';
import { French } from '../components/french.tsx';
import { Labelled } from '../components/labelled.tsx';
import { readForm, refused, type Problem } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { privacyMessages } from '../messages/privacy.ts';
import { privacyProblems } from '../privacy-answers.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/privacy-request';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db, clock, secret } = context.get(appContext);
  const { actor } = demand(context, 'privacyRequest.update');
  const opened = await openPrivacyRequest(personalAreas(secret))({ db, clock, actor }, { id: params.id });
  if (!opened.ok) throw data(null, { status: 404 });
  const mail = new URL(request.url).searchParams.get('courrier');
  return { ...opened.value, mailed: mail === 'envoye' ? true : mail === 'absent' ? false : null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db, clock, secret } = context.get(appContext);
  const { actor } = demand(context, 'privacyRequest.update');
  const language = languageOf(request);
  const form = await readForm(request);
  const session = { db, clock, actor };
  const erasing = form('geste') === 'effacer';
  const done = erasing
    ? await eraseOnRequest(personalAreas(secret))(session, { id: params.id, confirmed: form('confirmation') || undefined })
    : await answerPrivacyRequest(session, { id: params.id, outcome: form('reponse') });
  if (done.ok) return redirect(`${pathIn(language, `/espace/demandes-rgpd/${params.id}`)}?courrier=${done.value.mailed ? 'envoye' : 'absent'}`);
  return refused(privacyProblems(done.error, language, erasing ? { confirmed: 'confirmation' } : { outcome: 'reponse' }, false), { reponse: form('reponse') });
}

/** One request: what is asked, what the law lets go and stay, the copy, the answer. */
export default function PrivacyRequestPage({ loaderData: { request, kept, mailed }, actionData }: Route.ComponentProps) {
  const messages = useWords(privacyMessages);
  const words = messages.request;
  const language = useLanguage();
  const problems = actionData?.problems;
  const path = pathIn(language, `/espace/demandes-rgpd/${request.id}`);
  const title = messages.requests.kinds[request.kind];
  return (
    <Page title={title} beforeTitle={useFormPrefix(problems)} kind="work" crumbs={[{ label: words.crumb, path: '/espace/demandes-rgpd' }]}>
      <Problems problems={problems} />
      {mailed !== null && !problems && <Done>{mailed ? words.mailed : words.notMailed}</Done>}
      <h2>{words.facts}</h2>
      <dl className="facts">
        <dt>{words.person}</dt><dd>{request.personName ?? messages.requests.erased} {!request.erased && <a href={pathIn(language, `/espace/personnes/${request.personId}`)}>{words.file}</a>}</dd>
        <dt>{words.asked}</dt><dd>{formatDay(dayOf(request.askedAt), language)}</dd>
        <dt>{words.due}</dt><dd>{formatDay(request.dueOn, language, { weekday: true })}</dd>
        <dt>{words.detail}</dt><dd className="answer">{request.detail === '' ? words.noDetail : <French>{request.detail}</French>}</dd>
      </dl>
      {request.answeredAt
        ? <><h2>{words.done}</h2><p>{words.doneOn(formatDay(dayOf(request.answeredAt), language))}</p><p className="answer measure"><French>{request.outcome}</French></p></>
        : <ToDo request={request} kept={kept} path={path} problems={problems} typed={actionData?.typed['reponse'] ?? ''} />}
    </Page>
  );
}

function ToDo({ request, kept, path, problems, typed }: { request: PrivacyRequest; kept: readonly Kept[]; path: string; problems: readonly Problem[] | undefined; typed: string }) {
  const words = useWords(privacyMessages).request;
  return (
    <>
      {request.kind === 'access' && <><h2>{words.copy}</h2><p className="measure">{words.copyText}</p><form method="post" action={`${path}/copie`}><button type="submit">{words.copyButton}</button></form></>}
      {request.kind === 'rectification' && <><h2>{words.rectify}</h2><p className="measure">{words.rectifyText}</p></>}
      {request.kind === 'erasure' && <Erasing request={request} kept={kept} path={path} problems={problems} />}
      <h2>{request.kind === 'erasure' ? words.refuseInstead : words.answer}</h2>
      <p className="measure">{words.answerText}</p>
      <form method="post" action={path} className="form" noValidate>
        <Labelled name="reponse" label={words.answerField} problems={problems}>
          {(tie) => <textarea {...tie} rows={7} required maxLength={4000} defaultValue={typed} />}
        </Labelled>
        <p className="actions"><button type="submit" name="geste" value="repondre" className={request.kind === 'erasure' ? 'button-quiet' : undefined}>{words.answerButton}</button></p>
      </form>
    </>
  );
}

function Erasing({ request, kept, path, problems }: { request: PrivacyRequest; kept: readonly Kept[]; path: string; problems: readonly Problem[] | undefined }) {
  const words = useWords(privacyMessages).request;
  const problem = problems?.find(({ field }) => field === 'confirmation');
  return (
    <>
      <h2>{words.erase}</h2>
      <p className="measure">{words.eraseText}</p>
      <h3>{words.kept}</h3>
      <ul className="measure">{kept.map(({ what, why, until }) => <li key={what}><French><strong>{what}</strong>{'\u00a0: '}{why}. {until.charAt(0).toUpperCase() + until.slice(1)}.</French></li>)}</ul>
      <form method="post" action={path} className="form" noValidate>
        <div className={problem ? 'field field-tick field-wrong' : 'field field-tick'}>
          {problem && <p className="field-problem" id="confirmation-problem">{problem.text}</p>}
          <input type="checkbox" id="confirmation" name="confirmation" value="oui" required aria-invalid={problem ? true : undefined} aria-describedby={problem ? 'confirmation-problem' : undefined} />
          <label htmlFor="confirmation">{words.eraseConfirm(request.personName ?? '')}</label>
        </div>
        <p className="actions"><button type="submit" name="geste" value="effacer">{words.eraseButton}</button></p>
      </form>
    </>
  );
}
