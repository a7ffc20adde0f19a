import type { Opening } from '../../parties/index.ts';
import { formatMoment } from '../../platform/i18n/moment.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import type { Problem } from '../form.ts';
import { partiesWords } from '../messages/parties.ts';
import { SelectField } from './fields.tsx';

/** Who opened the file, for those who read the trace. */
export function PersonOpenings({ openings, organisations }: { openings: readonly Opening[]; organisations: ReadonlyMap<string, string> }) {
  const words = partiesWords.person.openings;
  return (
    <section aria-labelledby="ouvertures">
      <h2 id="ouvertures">{words.title}</h2>
      <WideTable label={partiesWords.table(words.title)}>
        <table className="stack-on-phone" {...as.table}>
          <caption className="visually-hidden">{words.title}</caption>
          <thead {...as.group}>
            <tr {...as.row}><th scope="col" {...as.head}>{words.when}</th><th scope="col" {...as.head}>{words.who}</th><th scope="col" {...as.head}>{words.role}</th><th scope="col" {...as.head}>{words.organisation}</th></tr>
          </thead>
          <tbody {...as.group}>
            {openings.map((opening) => (
              <tr key={`${opening.at.toISOString()} ${opening.name}`} {...as.row}>
                <th scope="row" {...as.rowHead}>{formatMoment(opening.at, 'fr')}</th>
                <td {...as.cell} data-label={words.who}>{opening.name ?? partiesWords.none}</td>
                <td {...as.cell} data-label={words.role}>{roleNames[opening.role]}</td>
                <td {...as.cell} data-label={words.organisation}>{organisations.get(opening.organisationId ?? '') ?? partiesWords.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}

interface PersonEndingProps {
  closed: boolean;
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[] | undefined;
}

/** Closing a file, and taking it back. */
export function PersonEnding({ closed, typed, problems }: PersonEndingProps) {
  const words = partiesWords.person.close;
  if (closed) return <form method="post" className="form"><button type="submit" name="geste" value="rouvrir" className="button-quiet">{words.reopen}</button></form>;
  return (
    <details open={problems?.some(({ field }) => field === 'motif') ?? false}>
      <summary>{words.title}</summary>
      <p>{words.text}</p>
      <form method="post" className="form" noValidate>
        <SelectField name="motif" label={words.reason} options={Object.entries(words.reasons).map(([value, label]) => ({ value, label }))} empty={partiesWords.choose} chosen={typed['motif']} problems={problems} />
        <p className="actions"><button type="submit" name="geste" value="fermer" className="button-quiet">{words.button}</button></p>
      </form>
    </details>
  );
}
