import type { Cell, Unit } from '../indicators/index.ts';
import type { PlainDate } from '../platform/clock.ts';

/** A period of a figure's series. */
export interface PackPoint {
  period: string;
  label: string;
  cell: Cell;
  text: string;
}

export interface PackTrend {
  /** Oldest first; empty where the territory has no series. */
  points: PackPoint[];
  /** Where the perimeter or the method changes: figures before and after are not compared, nor joined. */
  breaks: { period: string; text: string }[];
  /** Null where no change may be stated. */
  direction: 'up' | 'down' | 'stable' | null;
  /** "+4,5 % depuis 2020", "…, à périmètre constant (46 communes)", or why nothing is stated. */
  text: string;
}

export interface PackTarget {
  kind: 'fixed' | 'benchmark' | 'toBeSet' | 'context';
  text: string;
  value: number | null;
  source: string | null;
}

/** A state is never a colour alone: a word, and a shape. */
export interface PackState {
  code: 'reached' | 'watch' | 'late';
  word: string;
  shape: 'circle' | 'triangle' | 'square';
}

export interface PackFigure {
  indicator: string;
  label: string;
  /** False where nothing at all is known: it has no row of its own, `PackContent.unavailable` names it. */
  available: boolean;
  /** Exactly what screens show, without the unit's word. */
  value: string;
  /** "logements", "par m²"; empty after a percentage or where there is no figure. */
  unitAfter: string;
  cell: Cell;
  unit: Unit;
  digits: number;
  period: string | null;
  /** "2023", "par an, 2018-2023". */
  periodLabel: string;
  target: PackTarget;
  trend: PackTrend;
  /** Only where an adopted target exists. */
  state: PackState | null;
  /** Source, vintage, perimeter. */
  source: string;
  /** Where its sources are published: "data.gouv.fr". */
  origin: string;
  /** What the reader must know to read the figure right: why it is missing, a range, a caution. */
  note: string | null;
}

export interface PackMapValue {
  code: string;
  name: string;
  cell: Cell;
  text: string;
}

export interface PackMap {
  indicator: string;
  title: string;
  period: string;
  periodLabel: string;
  unit: Unit;
  digits: number;
  unitAfter: string;
  style: 'symbols' | 'classes' | 'categories';
  /** Of categories that have an order, the strongest first. */
  order: string[] | null;
  values: PackMapValue[];
  /** The map in a sentence, for who does not see it. */
  description: string;
  source: string;
}

export interface PackAction {
  title: string;
  owner: string;
  lead: string;
  state: string;
  dueOn: PlainDate;
  /** The day in full. */
  due: string;
  daysLate: number;
  late: string;
  comment: string | null;
  demonstration: boolean;
}

/**
 * The committee's page as plain data, every text and number decided: the PDF, the deck and the workbook only lay it out,
 * so that a figure cannot differ between them.
 */
export interface PackContent {
  territory: { code: string; name: string };
  title: string;
  subtitle: string;
  date: PlainDate;
  dateText: string;
  perimeter: string;
  /** What the page says in one sentence. */
  summary: string;
  figures: PackFigure[];
  /** Figures that nothing imported gives, in one line, with the sources to import. */
  unavailable: string | null;
  /** Notes that several figures may share: documents say each once, at the foot. */
  cautions: string[];
  map: PackMap | null;
  actionsTitle: string;
  lateActions: PackAction[];
  actionsText: string;
  /** Set when an action, late or only counted, is invented for demonstration; files, where the mark is an asterisk, say it their way. */
  demonstration: string | null;
  stateRule: string | null;
  /** First 12 hexadecimal digits of the SHA-256 of all the rest. */
  contentId: string;
}
