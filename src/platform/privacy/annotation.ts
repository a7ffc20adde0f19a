import type { DB } from '../database/types.generated.ts';
import type { Resource } from '../permission/matrix.ts';
import type { Category, ProcessingId } from './processings.ts';
import type { RetentionId } from './retention.rules.ts';

/** A column's French name and what it says of somebody. */
export type ColumnNote = readonly [label: string, category: Category];

/** Why a table of people's data is kept, for how long, and who reads it. */
export interface TableNote<Column extends string = string> {
  title: string;
  processings: readonly ProcessingId[];
  retention: RetentionId;
  /** Who reads it: the roles that the permission matrix lets read this resource, or the software alone. */
  readers: Resource | 'software';
  columns: Readonly<Record<Column, ColumnNote>>;
}

/** Every table of a schema with every column: the compiler names the one that lacks its note. */
export type SchemaNotes<Schema extends string> = { readonly [Table in Extract<keyof DB, `${Schema}.${string}`>]: TableNote<keyof DB[Table] & string> };
