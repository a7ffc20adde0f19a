import { ageBands, countRows, listYearlyCounts, type CountRow } from '../../parties/index.ts';
import { formatDay, formatInteger } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { kindNames } from '../../platform/permission/permission.text.ts';
import { French } from '../components/french.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { privacyMessages } from '../messages/privacy.ts';
import { spaceMessages } from '../messages/space.ts';
import { communeName } from '../people/communes.ts';
import { shown } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/yearly-counts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'yearlyCount.read');
  const asked = /^\d{4}$/.exec(new URL(request.url).searchParams.get('annee') ?? '')?.[0];
  const { sums, year, detail } = shown(await listYearlyCounts({ ...app, actor }, { year: asked }));
  const named = (rows: readonly CountRow[], nameOf: (of: string) => string | null) => rows.map((row) => ({ ...row, name: nameOf(row.of) })).toSorted((a, b) => (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff', 'fr'));
  return {
    year, sums: sums.map(({ countedAt, ...sum }) => ({ ...sum, countedOn: countedAt && dayOf(countedAt) })), thisYear: Number(app.clock.today().slice(0, 4)),
    byKind: named(countRows(detail, 'custodianKind'), (kind) => (kindNames as Readonly<Record<string, string>>)[kind] ?? kind),
    byCommune: named(countRows(detail, 'commune'), (code) => communeName(app, code || null)),
  };
}

/** What the statistics keep once the files are gone: for the data protection officer, since small counts could tell on somebody. */
export default function YearlyCounts({ loaderData: { year, sums, thisYear, byKind, byCommune } }: Route.ComponentProps) {
  const words = useWords(privacyMessages).counts;
  const language = useLanguage();
  const here = pathIn(language, '/espace/comptes-annuels');
  return (
    <Page title={words.title} kind="work" crumbs={[{ label: useWords(spaceMessages).home.title, path: '/espace' }]} lead={<p>{words.lead}</p>}>
      <p className="note measure">{words.small}</p>
      {year === null && <p className="teach">{words.none}</p>}
      {year !== null && (
        <>
          <WideTable label={words.sums}>
            <table className="stack-on-phone" {...as.table}>
              <caption>{words.sums}</caption>
              <thead {...as.group}>
                <tr {...as.row}><th scope="col" {...as.head}>{words.year}</th><th scope="col" className="number" {...as.head}>{words.persons}</th><th scope="col" {...as.head}>{words.counted}</th><th scope="col" {...as.head}>{words.see}</th></tr>
              </thead>
              <tbody {...as.group}>
                {sums.map((sum) => (
                  <tr key={sum.year} {...as.row}>
                    <th scope="row" {...as.rowHead}>{sum.year}</th>
                    <td {...as.cell} className="number" data-label={words.persons}>{formatInteger(sum.persons, language)}</td>
                    <td {...as.cell} data-label={words.counted}>{sum.countedOn ? formatDay(sum.countedOn, language) : sum.year < thisYear ? words.notYet : words.asItStands}</td>
                    <td {...as.cell}><a href={`${here}?annee=${sum.year}#detail`} aria-label={words.seeYear(String(sum.year))} aria-current={sum.year === year ? 'true' : undefined}>{words.see}</a></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          <h2 id="detail">{words.detail(String(year))}</h2>
          <p className="measure">{words.detailHow}</p>
          <Detail caption={words.byKind(String(year))} head={words.kind} rows={byKind} />
          <Detail caption={words.byCommune(String(year))} head={words.commune} rows={byCommune} />
        </>
      )}
    </Page>
  );
}

function Detail({ caption, head, rows }: { caption: string; head: string; rows: readonly (CountRow & { name: string | null })[] }) {
  const words = useWords(privacyMessages).counts;
  const language = useLanguage();
  return (
    <WideTable label={caption}>
      <table className="stack-on-phone" {...as.table}>
        <caption>{caption}</caption>
        <thead {...as.group}>
          <tr {...as.row}><th scope="col" {...as.head}>{head}</th>{[...ageBands.map((band) => words.bands[band]), words.all].map((band) => <th key={band} scope="col" className="number" {...as.head}>{band}</th>)}</tr>
        </thead>
        <tbody {...as.group}>
          {rows.map((row) => (
            <tr key={row.of} {...as.row}>
              <th scope="row" {...as.rowHead}>{row.name === null ? words.noCommune : <French>{row.name}</French>}</th>
              {ageBands.map((band) => <td key={band} {...as.cell} className="number" data-label={words.bands[band]}>{formatInteger(row.bands[band], language)}</td>)}
              <td {...as.cell} className="number" data-label={words.all}>{formatInteger(row.persons, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
