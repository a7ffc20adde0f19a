import { ceilAt, floorAt, formatBetween, formatNumber, percentOf, withSign, type Language } from '../platform/i18n/format.ts';
import type { Cell, MissingReason } from './cell.rules.ts';
import type { Unit } from './indicator.schema.ts';

const signs: Partial<Record<Unit, '%' | '€'>> = { fraction: '%', eurosPerYear: '€', eurosPerM2: '€' };

const units: Record<Language, Record<Unit, string>> = {
  fr: {
    persons: 'habitants', households: 'ménages', dwellings: 'logements', eurosPerYear: '€ par an', eurosPerM2: '€ par m²',
    fraction: '%', ratio: '', perHundred: 'pour 100', count: '', category: '',
  },
  en: {
    persons: 'inhabitants', households: 'households', dwellings: 'dwellings', eurosPerYear: '€ a year', eurosPerM2: '€ per m²',
    fraction: '%', ratio: '', perHundred: 'per 100', count: '', category: '',
  },
};

const missingTexts: Record<Language, Record<MissingReason, string>> = {
  fr: {
    notLoaded: 'non disponible', notInSource: 'non disponible', noneListed: 'aucun recensé', partial: 'non disponible', mergedCommune: 'non disponible',
    neverAggregated: 'non calculable', undefinedRatio: 'non calculable',
  },
  en: {
    notLoaded: 'not available', notInSource: 'not available', noneListed: 'none listed', partial: 'not available', mergedCommune: 'not available',
    neverAggregated: 'not computable', undefinedRatio: 'not computable',
  },
};

const missingReasons: Record<Language, Record<MissingReason, string>> = {
  fr: {
    notLoaded: 'aucun fichier importé ne la donne',
    notInSource: 'la source ne dit rien de ce lieu',
    noneListed: 'la source ne liste que les communes qui en ont',
    neverAggregated: 'une médiane, un décile, un loyer ou une catégorie ne s’additionne pas',
    partial: 'il manque au moins une commune du périmètre',
    mergedCommune: 'la source décrit une ancienne commune',
    undefinedRatio: 'rapport à zéro',
  },
  en: {
    notLoaded: 'no imported file gives it',
    notInSource: 'the source says nothing of this place',
    noneListed: 'the source lists only the communes that have some',
    neverAggregated: 'a median, a decile, a rent or a category is never added up',
    partial: 'at least one commune of the perimeter is missing',
    mergedCommune: 'the source describes a former commune',
    undefinedRatio: 'division by zero',
  },
};

/** How one indicator's values are written. */
export interface CellStyle {
  unit: Unit;
  /** Digits after the decimal point (after ×100 for fractions). */
  digits: number;
}

/**
 * The one text of a figure: `27 465`, `24,0 %`, `entre 2 284 et 2 574`, `secret`, `non disponible`. Every page, document
 * and file takes it from here, so that they cannot differ. Counts come without their unit's word: `unitText` gives it.
 */
export function cellText(cell: Cell, style: CellStyle, language: Language): string {
  switch (cell.kind) {
    case 'number': return signed(written(cell.value, style, language), style.unit, language);
    case 'interval': return intervalText(cell, style, language);
    case 'category': return cell.value;
    case 'secret': return 'secret';
    case 'missing': return missingTexts[language][cell.reason];
  }
}

/** The unit's word beside a figure or in a column's head: `logements`, `€ par m²`; empty where the figure says it all. */
export const unitText = (unit: Unit, language: Language): string => units[language][unit];

/** What follows a figure that already carries its sign: `logements`, `par m²`; nothing after a percentage. */
export const unitAfter = (unit: Unit, language: Language): string => units[language][unit].replace(/^[€%] ?/, '');

/** Why a figure is missing, to be read after "non disponible :". */
export const missingReasonText = (reason: MissingReason, language: Language): string => missingReasons[language][reason];

/** The number as a spreadsheet should hold it: exact, null where nobody may or can say. */
export const cellNumber = (cell: Cell): number | null => (cell.kind === 'number' ? cell.value : null);

function written(value: number, style: CellStyle, language: Language): string {
  return formatNumber(style.unit === 'fraction' ? percentOf(value) : value, style.digits, language);
}

function signed(text: string, unit: Unit, language: Language): string {
  const sign = signs[unit];
  return sign ? withSign(text, sign, language) : text;
}

/** Bounds are rounded outwards, so that the true value stays between the written ones. */
function intervalText(cell: Extract<Cell, { kind: 'interval' }>, style: CellStyle, language: Language): string {
  const shown = (value: number): number => (style.unit === 'fraction' ? percentOf(value) : value);
  const write = (rounded: number): string => formatNumber(rounded, style.digits, language);
  const withUnit = (rounded: number): string => signed(write(rounded), style.unit, language);
  if (cell.low === null) return formatBetween(null, withUnit(ceilAt(shown(cell.high), style.digits)), language);
  const low = floorAt(shown(cell.low), style.digits);
  if (cell.high === null) return formatBetween(withUnit(low), null, language);
  // English puts the euro before each number, French puts one sign after the last.
  return formatBetween(language === 'en' ? withUnit(low) : write(low), withUnit(ceilAt(shown(cell.high), style.digits)), language);
}
