import { actName } from '../../platform/audit/act.text.ts';
import type { JournalEntry } from '../../platform/audit/journal.schema.ts';
import { formatMoment } from '../../platform/i18n/moment.ts';
import type { Role } from '../../platform/permission/matrix.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { useLanguage, useWords } from '../language.ts';
import { privacyMessages } from '../messages/privacy.ts';
import { French } from './french.tsx';
import { as } from './table-roles.ts';
import { WideTable } from './wide-table.tsx';

/** Who opened or changed a file: by role and organisation, as the person whose file it is reads it. */
export function AccessList({ entries }: { entries: readonly Pick<JournalEntry, 'id' | 'at' | 'type' | 'role' | 'organisationName'>[] }) {
  const words = useWords(privacyMessages).access;
  const language = useLanguage();
  return (
    <WideTable label={words.caption}>
      <table className="stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead {...as.group}>
          <tr {...as.row}>{[words.when, words.act, words.who].map((head) => <th key={head} scope="col" {...as.head}>{head}</th>)}</tr>
        </thead>
        <tbody {...as.group}>
          {entries.map(({ id, at, type, role, organisationName }) => (
            <tr key={id} {...as.row}>
              <th scope="row" {...as.rowHead}>{formatMoment(at, language)}</th>
              <td {...as.cell} data-label={words.act}><French>{actName(type)}</French></td>
              <td {...as.cell} data-label={words.who}><French>{roleNames[role as Role]}{organisationName && `, ${organisationName}`}</French></td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
