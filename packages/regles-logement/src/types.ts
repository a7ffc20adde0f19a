import type { Confidence } from './schema.ts';

/** Where a thing is written, for messages: the file's name in `regles/` and its line, from 1. */
export interface Place { file: string; line: number }

/** One value of a parameter from a day on, until the next value's day. `value` null: not known from that day on. */
export interface Parameter extends Place {
  rule: string;
  title: string;
  unit?: string;
  /** First day of the value, AAAA-MM-JJ. */
  from: string;
  value: number | string | null;
  /** Keys of `sources.yaml`. */
  sources: string[];
  confidence: Confidence;
  checkedOn: string;
  note?: string;
  conflict?: string;
}

export interface Source { key: string; title: string; author: string; date?: string; url?: string; jorf?: string; note?: string }

export interface NumberGenerator { min: number; max: number; step: number; boundaries: number[] }
/** Days AAAA-MM-JJ. */
export interface DateGenerator { min: string; max: string; boundaries: string[] }

/** A fact asked of a person. Enumerations keep publicodes' quotes off their `value`. */
export interface Input extends Place {
  name: string;
  title: string;
  question: string;
  help?: string;
  type: 'nombre' | 'booléen' | 'date' | 'énumération';
  unit?: string;
  options?: { value: string; label: string }[];
  /** False for what a person is, earns or lives in (age, wage, employer, zone): never advised. */
  canChange: boolean;
  /** A number that never has decimals. */
  whole?: boolean;
  generator?: NumberGenerator | DateGenerator;
}

/** A date made of another by adding months (then days): publicodes cannot. See `followingDays`. */
export interface DerivedDate { name: string; from: string; months: number; days: number }

/** A condition of an aid: all or one of its children, or a leaf, with the two sides of its comparison when it is one. */
export interface Condition {
  rule: string;
  title: string;
  kind: 'toutes' | 'une' | 'feuille';
  children: Condition[];
  comparison?: { left: string; operator: '<' | '<=' | '>' | '>=' | '=' | '!='; right: string };
  sources: string[];
  note?: string;
}

export interface Aid extends Place {
  id: string;
  /** The rule that carries the aid: key of its words in `texts`. */
  rule: string;
  title: string;
  nature: string;
  description?: string;
  /** Names of rules. */
  eligible: string;
  amount?: string;
  /** What is sure of the amount while it is not known itself: no less than one, no more than the other. */
  atLeast?: string;
  atMost?: string;
  /** Yearly interest of a loan. */
  rate?: string;
  opening?: string;
  /** First and last day to apply; `before`, an act that closes it earlier, in words (`la signature du bail`). */
  window?: { first?: string; last: string; before?: string };
  conditions: Condition;
  /** Aids by their id, or in words. */
  cumulation: { with: string[]; without: string[] };
  documents: string[];
  whereToApply: string;
  /** What anybody may do, whether the aid is open to them or not. */
  openToAll?: string;
  /** Last check of an aid that no parameter dates, AAAA-MM-JJ. */
  checkedOn?: string;
  notModelled: string[];
  sources: string[];
  confidence: Confidence;
}

/** Rules that are no aid and have a page of their own: ceilings, categories, duties, scales. */
export interface Subject extends Place {
  id: string;
  title: Record<Language, string>;
  description: Record<Language, string>;
  /** Names in `regles/`. */
  files: string[];
}

export interface RuleText {
  title: string;
  question?: string;
  help?: string;
  /** Label by value. */
  options?: Record<string, string>;
  /** Of an aid: what it is, in a sentence, and the first step to ask for it. */
  description?: string;
  where?: string;
  /** Of an aid: what anybody may do; the act before which it is to be asked for. */
  openToAll?: string;
  before?: string;
}
export type Language = 'fr' | 'en' | 'de';

/** Something the schema refuses, with its place. */
export interface Problem extends Place { message: string }
