import { data } from 'react-router';
import { readJournal } from '../../platform/audit/journal.service.ts';
import { AccessList } from '../components/access-list.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { privacyMessages } from '../messages/privacy.ts';
import { spaceMessages } from '../messages/space.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/own-access';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db, clock } = context.get(appContext);
  const { actor } = demand(context, 'audit.read');
  // The officer reads the journal; this page is a person's own.
  if (actor.role !== 'employee') throw data(null, { status: 404 });
  const read = await readJournal({ db, clock, actor }, { before: new URL(request.url).searchParams.get('avant') ?? undefined });
  if (!read.ok) throw data(null, { status: 404 });
  return { ...read.value, entries: read.value.entries.map(({ id, at, type, role, organisationName }) => ({ id, at, type, role, organisationName })) };
}

/** An accompanied person reads who opened her file. */
export default function OwnAccess({ loaderData: { entries, next } }: Route.ComponentProps) {
  const words = useWords(privacyMessages).access;
  const language = useLanguage();
  return (
    <Page title={words.title} kind="work" crumbs={[{ label: useWords(spaceMessages).home.title, path: '/espace' }]} lead={<p>{words.lead}</p>}>
      {entries.length === 0 ? <p className="teach">{words.none}</p> : <AccessList entries={entries} />}
      {next !== null && <p><a href={`${pathIn(language, '/mon-parcours/acces')}?avant=${next}`}>{words.next}</a></p>}
      <h2>{words.doubt}</h2>
      <p>{words.doubtText} <a href={pathIn(language, '/mon-parcours/mes-donnees')}>{words.doubtLink}</a>.</p>
    </Page>
  );
}
