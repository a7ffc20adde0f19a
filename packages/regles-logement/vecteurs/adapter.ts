import type { CellKind } from './cells.ts';

/** A line of a case file: column → text. */
export type Row = Readonly<Record<string, string>>;
export type Answer = number | string | boolean | undefined;
export type Situation = Record<string, string>;

/** Evaluates rules in a situation, by name. */
export type Ask = <Rule extends string>(situation: Situation, rules: readonly Rule[]) => Record<Rule, Answer>;

/** Our value of a rule in the row at hand, imitating the departures `as`: none without. */
export type Ours = (rule: string, as?: readonly string[]) => Answer;

/** A place where the engine that made the file leaves the law; `name` starts with the item that says so. */
export interface Departure {
  name: string;
  /**
   * From the inputs alone: does the engine differ from the law on this row for this reason? As narrow as the reason is:
   * a departure that held on every row would also explain what a wrong rule of ours gives.
   */
  holds: (row: Row, ours: Ours) => boolean;
}

/** How one file of cases is put to our rules. */
export interface Adapter {
  name: string;
  /** A file is recognised by its columns, never by its name: those of its facts, with what their cells may be, and those of its answers. */
  inputs: Readonly<Record<string, CellKind>>;
  outputs: readonly string[];
  /** Outputs of which an empty cell is a value; elsewhere it is a difference. */
  mayBeEmpty?: readonly string[];
  /** Greatest difference of a number that is no difference: the file's own printing and arithmetic. */
  tolerance: number;
  departures: readonly Departure[];
  /** The row's facts as our rules ask them. Each departure in `as` is imitated; with none it is the law. */
  situation: (row: Row, as: ReadonlySet<string>) => Situation;
  /** Our answers, by output column. Each departure in `as` is imitated; with none it is the law. */
  answer: (row: Row, ask: Ask, as: ReadonlySet<string>) => Record<string, Answer>;
}

/**
 * Which of `possible` are needed to find the other engine's answer again, or undefined when even all of them do not.
 * A departure that could be left out explains nothing.
 */
export function neededDepartures(possible: readonly Departure[], explains: (as: readonly string[]) => boolean): string[] | undefined {
  const names = possible.map(({ name }) => name);
  if (names.length === 0 || !explains(names)) return undefined;
  return names.filter((name) => names.length === 1 || !explains(names.filter((other) => other !== name)));
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** AAAA-MM-JJ or AAAA-MM (its first day) as publicodes writes a day. */
export const french = (day: string): string => `${day}-01`.slice(0, 10).split('-').toReversed().join('/');
export const yesNo = (value: boolean): string => (value ? 'oui' : 'non');
export const quoted = (value: string): string => `'${value}'`;
export const cell = (row: Row, column: string): string => row[column] ?? '';
export const amount = (row: Row, column: string): number => Number(cell(row, column));
export const flag = (row: Row, column: string): boolean => cell(row, column) === '1';
export const bit = (value: Answer): Answer => (typeof value === 'boolean' ? Number(value) : value);

/** First day of the row's month moved by whole months, AAAA-MM-JJ: days in this form compare as text. */
export function firstDay(row: Row, months = 0): string {
  const [year = 0, month = 1] = cell(row, 'period').split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  return `${Math.floor(at / 12)}-${pad(at % 12 + 1)}-01`;
}

/** Ages of the row's children: adults come first. */
export const childrenAges = (row: Row): number[] => cell(row, 'ages').split(' ').map(Number).slice(amount(row, 'n_adults'));
/** Children who are dependants for the allowance and the ceilings: under 21. */
export const dependants = (row: Row): number => childrenAges(row).filter((age) => age < 21).length;

/** Is the amount on one of these shares of the SMIC, but for the cents that another count of hours changes? */
export const isNearSmic = (row: Row, column: string, ours: Ours, shares: readonly number[]): boolean =>
  shares.some((share) => Math.abs(amount(row, column) - share * Number(ours('smic . mensuel brut'))) < 0.1);

export const TENANCIES: Readonly<Record<string, string>> = {
  locataire_vide: 'location vide', locataire_meuble: 'location meublée', locataire_hlm: 'logement social', locataire_foyer: 'foyer', proprietaire: 'propriétaire', loge_gratuitement: 'hébergé',
  // No tenants either.
  primo_accedant: 'propriétaire', sans_domicile: 'hébergé',
};
