import { data } from 'react-router';
import { actName, actNames, reasonText } from '../../platform/audit/act.text.ts';
import type { JournalEntry } from '../../platform/audit/journal.schema.ts';
import { readJournal } from '../../platform/audit/journal.service.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { formatMoment } from '../../platform/i18n/moment.ts';
import type { Role } from '../../platform/permission/matrix.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { Field, Problems, useFormPrefix } from '../components/form.tsx';
import { French } from '../components/french.tsx';
import { Labelled } from '../components/labelled.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import type { Problem } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { privacyMessages } from '../messages/privacy.ts';
import { spaceMessages } from '../messages/space.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/journal';

/** The address's words, and what they are to the use case. */
const filters = { personne: 'personId', compte: 'accountId', acte: 'type', jour: 'day', avant: 'before' } as const;
type Filter = keyof typeof filters;
const filterNames = Object.keys(filters) as Filter[];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db, clock } = context.get(appContext);
  const { actor } = demand(context, 'audit.read');
  if (actor.role === 'employee') throw data(null, { status: 404 });
  const search = new URL(request.url).searchParams;
  const asked = Object.fromEntries(filterNames.map((name) => [name, (search.get(name) ?? '').trim().slice(0, 100)])) as Record<Filter, string>;
  const read = await readJournal({ db, clock, actor }, Object.fromEntries(filterNames.map((name) => [filters[name], asked[name] || undefined])));
  if (read.ok) return { ...read.value, asked, problems: [] };
  if (read.error.code !== 'input.invalid') throw data(null, { status: 404 });
  const wrong = read.error.fields;
  const words = privacyMessages[languageOf(request)].journal.bad;
  const problems: Problem[] = filterNames.filter((name) => filters[name] in wrong).map((field) => ({ field: field === 'avant' ? 'jour' : field, text: words[field] }));
  return { entries: [], next: null, asked, problems };
}

/** The trace, for the data protection officer. */
export default function Journal({ loaderData: { entries, next, asked, problems } }: Route.ComponentProps) {
  const words = useWords(privacyMessages).journal;
  const language = useLanguage();
  const path = pathIn(language, '/espace/journal');
  return (
    <Page title={words.title} beforeTitle={useFormPrefix(problems)} kind="work" crumbs={[{ label: useWords(spaceMessages).home.title, path: '/espace' }]} lead={<p>{words.lead}</p>}>
      <Problems problems={problems} />
      <form action={path} className="form filter-line" aria-label={words.filters} noValidate>
        <Labelled name="acte" label={words.type} problems={problems}>
          {(tie) => (
            <select {...tie} defaultValue={asked.acte} lang={language === 'fr' ? undefined : 'fr'}>
              <option value="">{words.everyType}</option>
              {Object.entries(actNames).map(([type, name]) => <option key={type} value={type}>{name}</option>)}
            </select>
          )}
        </Labelled>
        <Field name="jour" type="date" label={words.day} defaultValue={asked.jour} problems={problems} />
        <Field name="personne" label={words.person} hint={words.personHint} defaultValue={asked.personne} maxLength={36} autoComplete="off" spellCheck={false} problems={problems} />
        <Field name="compte" label={words.account} hint={words.accountHint} defaultValue={asked.compte} maxLength={36} autoComplete="off" spellCheck={false} problems={problems} />
        <p className="actions"><button type="submit">{words.show}</button>{filterNames.some((name) => asked[name] !== '') && <a href={path}>{words.reset}</a>}</p>
      </form>
      {problems.length === 0 && <PrintedFilters asked={asked} />}
      {entries.length === 0 && problems.length === 0 ? <p className="teach">{words.none}</p> : <Entries entries={entries} path={path} />}
      {next !== null && <p><a href={`${path}?${new URLSearchParams({ ...Object.fromEntries(filterNames.filter((name) => asked[name] !== '').map((name) => [name, asked[name]])), avant: String(next) })}`}>{words.next}</a></p>}
      <p className="note measure after-table">{words.kept}</p>
    </Page>
  );
}

/** Paper has no form: it says what the list was narrowed to. */
function PrintedFilters({ asked }: { asked: Record<Filter, string> }) {
  const words = useWords(privacyMessages).journal;
  const language = useLanguage();
  const said = [
    asked.acte && `${words.type}\u00a0: ${actName(asked.acte)}`,
    asked.jour && `${words.day}\u00a0: ${formatDay(asked.jour, language)}`,
    asked.personne && `${words.person}\u00a0: ${asked.personne}`,
    asked.compte && `${words.account}\u00a0: ${asked.compte}`,
  ].filter(Boolean);
  return said.length > 0 && <p className="print-only">{words.narrowed} {said.join(' ; ')}.</p>;
}

function Entries({ entries, path }: { entries: readonly JournalEntry[]; path: string }) {
  const words = useWords(privacyMessages).journal;
  const language = useLanguage();
  if (entries.length === 0) return null;
  return (
    <WideTable label={words.caption}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead {...as.group}>
          <tr {...as.row}>{[words.when, words.act, words.who, words.subject, words.reason].map((head) => <th key={head} scope="col" {...as.head}>{head}</th>)}</tr>
        </thead>
        <tbody {...as.group}>
          {entries.map((entry) => {
            const when = formatMoment(entry.at, language);
            return (
              <tr key={entry.id} {...as.row}>
                <th scope="row" {...as.rowHead}>{when}</th>
                <td {...as.cell} data-label={words.act}><French>{actName(entry.type)}</French></td>
                <td {...as.cell} data-label={words.who}><Who entry={entry} path={path} /></td>
                <td {...as.cell} data-label={words.subject}>{entry.subjectName && <div>{entry.subjectName}</div>}{entry.personId && <a href={`${path}?personne=${entry.personId}`} aria-label={words.itsFileOf(when)}>{words.itsFile}</a>}</td>
                <td {...as.cell} data-label={words.reason}>{entry.reason ? <French>{reasonText(entry.type, entry.reason)}</French> : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

function Who({ entry: { role, accountId, accountName, organisationName }, path }: { entry: JournalEntry; path: string }) {
  const words = useWords(privacyMessages).journal;
  const name = accountName ?? words.erased;
  return (
    <>
      {accountId && <>{name} (<a href={`${path}?compte=${accountId}`} aria-label={words.itsActsOf(name)}>{words.itsActs}</a>)<br /></>}
      <span className="row-note"><French>{roleNames[role as Role]}{organisationName && `, ${organisationName}`}</French></span>
    </>
  );
}
