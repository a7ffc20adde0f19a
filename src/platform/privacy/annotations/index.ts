import type { TableNote } from '../annotation.ts';
import { audit } from './audit.ts';
import { file } from './file.ts';
import { identity } from './identity.ts';
import { party } from './party.ts';
import { publishing } from './publishing.ts';
import { work } from './work.ts';

/** Every table that holds people's data, by its name. A new one gets its notes in the file of its schema. */
export const annotations: Readonly<Record<string, TableNote>> = { ...party, ...file, ...identity, ...audit, ...work, ...publishing };

export type AnnotatedTable = keyof typeof party | keyof typeof file | keyof typeof identity | keyof typeof audit | keyof typeof work | keyof typeof publishing;
