import type { PersonLine } from '../../parties/index.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { frenchDay } from './moment.ts';

/** A file as a row shows it. */
export type PersonRow = PersonLine & { communeName: string | null; custodian: string | null };

interface PersonTableProps {
  caption: string;
  persons: readonly PersonRow[];
  /** Whether several organisations' files stand side by side. */
  several: boolean;
}

/** Files, one a row; the whole row opens its file. */
export function PersonTable({ caption, persons, several }: PersonTableProps) {
  const words = partiesWords.persons;
  const language = useLanguage();
  const anyClosed = persons.some((person) => person.closedOn !== null);
  return (
    <WideTable label={caption}>
      <table className="row-links stack-on-phone" {...as.table}>
        <caption>{caption}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th scope="col" {...as.head}>{words.name}</th>
            <th scope="col" {...as.head}>{words.commune}</th>
            {several && <th scope="col" {...as.head}>{words.custodian}</th>}
            <th scope="col" {...as.head}>{words.lastContact}</th>
            {anyClosed && <th scope="col" {...as.head}>{words.closedOn}</th>}
          </tr>
        </thead>
        <tbody {...as.group}>
          {persons.map((person) => (
            <tr key={person.id} {...as.row}>
              <th scope="row" {...as.rowHead}>
                <a href={pathIn(language, `/espace/personnes/${person.id}`)}>{person.familyName} {person.givenName}</a>
                {person.demonstration && <>{' '}<span className="demonstration">{partiesWords.demonstration}</span></>}
              </th>
              <td {...as.cell} data-label={words.commune}>{person.communeName ?? partiesWords.none}</td>
              {several && <td {...as.cell} data-label={words.custodian}>{person.custodian ?? partiesWords.none}</td>}
              <td {...as.cell} data-label={words.lastContact}>{frenchDay(person.lastContactOn)}</td>
              {anyClosed && <td {...as.cell} data-label={words.closedOn}>{person.closedOn ? frenchDay(person.closedOn) : partiesWords.none}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
