import { readersOf } from '../permission/matrix-table.rules.ts';
import { roleNames } from '../permission/permission.text.ts';
import { annotations } from './annotations/index.ts';
import { categories, processings, type Category, type Processing, type ProcessingId } from './processings.ts';
import { retentionText } from './retention.rules.ts';

export interface RegisteredTable {
  name: string;
  title: string;
  retention: string;
  recipients: string;
  /** Categories of data and the columns of each, in French. */
  categories: { category: Category; title: string; columns: string[] }[];
}

export interface RegisterEntry extends Processing {
  id: ProcessingId;
  tables: RegisteredTable[];
}

const nobody = 'Personne : seul le logiciel lit ces lignes.';

/** The register of processing (article 30), made from the notes of the columns and from the permission matrix. */
export const register = (): RegisterEntry[] =>
  (Object.keys(processings) as ProcessingId[]).map((id) => ({
    id, ...processings[id],
    tables: Object.entries(annotations).filter(([, table]) => table.processings.includes(id)).map(([name, table]) => ({
      name, title: table.title, retention: retentionText(table.retention),
      recipients: table.readers === 'software' ? nobody : readersOf(table.readers).map((role) => roleNames[role]).join(', '),
      categories: (Object.keys(categories) as Category[]).filter((category) => category !== 'none').map((category) => ({
        category, title: categories[category], columns: Object.values(table.columns).filter(([, of]) => of === category).map(([label]) => label),
      })).filter(({ columns }) => columns.length > 0),
    })),
  }));
