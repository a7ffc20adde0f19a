import { data, redirect } from 'react-router';
import { closePerson, consentPurposes, giveConsent, invitePerson, openPerson, reopenPerson, withdrawConsent, writeNote } from '../../parties/index.ts';
import { compartmentsOf, scopeOf } from '../../platform/permission/permission.rules.ts';
import { Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeName } from '../people/communes.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { PersonConsents } from '../people/person-consents.tsx';
import { PersonIdentity } from '../people/person-identity.tsx';
import { PersonNotes } from '../people/person-notes.tsx';
import { PersonEnding, PersonOpenings } from '../people/person-ending.tsx';
import { again, readSent, shown, type FormShape, wordOf } from '../people/submit.ts';
import { publicOrigin } from '../public-origin.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/person';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'person.read');
  const file = shown(await openPerson({ ...app, actor }, { id: params.id }));
  const open = file.person.closedOn === null;
  return {
    file, commune: communeName(app, file.person.commune), done: new URL(request.url).searchParams.get('fait') ?? '',
    may: {
      change: open && scopeOf(actor.role, 'person.update') !== undefined,
      // One's own file is closed by who follows it, and one does not invite oneself.
      follow: scopeOf(actor.role, 'person.update') === 'organisation',
      consent: open && scopeOf(actor.role, 'consent.create') !== undefined,
      withdraw: scopeOf(actor.role, 'consent.update') !== undefined,
      note: open && scopeOf(actor.role, 'note.create') !== undefined,
      inside: compartmentsOf(actor.role).length > 0,
      privacy: scopeOf(actor.role, 'privacyRequest.update') !== undefined,
    },
  };
}

const noteShape: FormShape = { names: { text: 'note', compartment: 'lecteurs', confirmed: 'confirme' }, labels: { note: partiesWords.person.notes.label } };
const consentShape: FormShape = { names: { purpose: 'objet' }, labels: { objet: partiesWords.person.consents.purpose } };
const closeShape: FormShape = { names: { reason: 'motif' }, labels: { motif: partiesWords.person.close.reason } };
const noShape: FormShape = { names: {} };

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const session = { ...app, actor: demand(context, 'person.read').actor };
  const { input, typed, field } = await readSent(request, noteShape, consentShape, closeShape);
  const id = params.id;
  const go = (done: string) => redirect(pathIn(languageOf(request), `/espace/personnes/${id}?fait=${done}`), 303);
  switch (field('geste')) {
    case 'note': {
      const written = await writeNote(session, { ...input, confirmed: input['confirmed'] || undefined, personId: id });
      if (written.ok) return go('note');
      if (written.error.code !== 'note.toConfirm') return again(written.error, noteShape, typed);
      const words = partiesWords.person.notes;
      const { findings } = written.error;
      const subjects = findings.map(({ subject }) => words.subjects[subject] ?? subject).join(', ');
      return data({ problems: [{ field: 'note', text: words.doubtful(subjects, findings.flatMap((one) => one.words).join(', ')) }], typed: { ...typed, aConfirmer: 'oui' } }, { status: 400 });
    }
    case 'accord': {
      const given = await giveConsent(session, { ...input, personId: id, wording: partiesWords.person.consents.wordings[input['purpose'] ?? ''] ?? '-' });
      return given.ok ? go('accord') : again(given.error, consentShape, typed);
    }
    case 'retrait': {
      const withdrawn = await withdrawConsent(session, { personId: id, id: field('accord') });
      return withdrawn.ok ? go('retrait') : again(withdrawn.error, noShape, typed);
    }
    case 'fermer': {
      const closed = await closePerson(session, { ...input, id });
      return closed.ok ? go('fermee') : again(closed.error, closeShape, typed);
    }
    case 'rouvrir': {
      const opened = await reopenPerson(session, { id });
      return opened.ok ? go('rouverte') : again(opened.error, noShape, typed);
    }
    case 'inviter': {
      const invited = await invitePerson(session, { personId: id, origin: publicOrigin(app, request) });
      return invited.ok ? go('invitee') : again(invited.error, { names: { space: 'espace' } }, typed);
    }
    default: throw data(null, { status: 400 });
  }
}

export default function Person({ loaderData: { file, commune, done, may }, actionData }: Route.ComponentProps) {
  const { person } = file;
  const language = useLanguage();
  const words = partiesWords.person;
  const problems = actionData?.problems;
  const typed = actionData?.typed ?? {};
  return (
    <DeskPage
      title={`${person.givenName} ${person.familyName}`} problems={problems} done={problems ? undefined : wordOf(words.done, done)}
      crumbs={[{ label: 'Mon espace', path: '/espace' }, { label: partiesWords.persons.title, path: '/espace/personnes' }]}
    >
      <Problems problems={problems} />
      {person.demonstration && <p><span className="demonstration">{partiesWords.demonstration}</span></p>}
      <div className="file">
        <div>
          <PersonIdentity file={file} commune={commune} mayChange={may.change} mayFollow={may.follow} problems={problems} />
          <PersonConsents consents={file.consents} purposes={consentPurposes} mayGive={may.consent} mayWithdraw={may.withdraw} typed={typed} problems={problems} />
        </div>
        <div>
          <PersonNotes notes={file.notes} mayWrite={may.note} inside={may.inside} typed={typed} problems={problems} />
          {may.privacy && <p><a href={pathIn(language, `/espace/demandes-rgpd?personne=${person.id}#noter`)}>{words.privacyRequest}</a></p>}
          {file.openings && <PersonOpenings openings={file.openings} organisations={file.organisations} />}
          {may.follow && <PersonEnding closed={person.closedOn !== null} typed={typed} problems={problems} />}
        </div>
      </div>
    </DeskPage>
  );
}
