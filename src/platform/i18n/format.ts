/**
 * Numbers, amounts, intervals and dates as French and English readers write them. Pure: the same input gives the same
 * text on a page, in a PDF and in a workbook.
 */
export type Language = 'fr' | 'en';

/** Pages for people from across the border are written in German too. */
export type PageLanguage = Language | 'de';

/** Groups digits, and binds a number to its French sign: a line never breaks there. */
const NARROW = '\u202f';
/** Binds a number to the word that follows. */
const NO_BREAK = '\u00a0';
const MINUS = '\u2212';

const locales: Record<PageLanguage, string> = { fr: 'fr-FR', en: 'en-GB', de: 'de-DE' };
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: PageLanguage, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: true });
  numberFormats.set(key, made);
  return made;
}

/** `1 710`, `−0,3`; in English `1,710`, `−0.3`. Never "−0". */
export function formatNumber(value: number, digits: number, language: PageLanguage): string {
  const written = numberFormat(language, digits).format(value).replaceAll(/[\s\u00a0\u202f]/g, NARROW).replace('-', MINUS);
  return written.startsWith(MINUS) && !/[1-9]/.test(written) ? written.slice(1) : written;
}

/** A whole number: `222 000`. */
export const formatInteger = (value: number, language: PageLanguage): string => formatNumber(value, 0, language);

/** A fraction as a percentage: 0.24 reads `24 %`; in English `24%`. */
export const formatPercent = (fraction: number, digits: number, language: PageLanguage): string =>
  withSign(formatNumber(percentOf(fraction), digits, language), '%', language);

/** A fraction ×100, without the tail that binary arithmetic leaves (0.29 × 100 is 28.999…). */
export const percentOf = (fraction: number): number => Number((fraction * 100).toPrecision(13));

/** Euros: `1 710 €`; in English `€1,710`, in German `1.710 €`. */
export const formatEuros = (euros: number, digits: number, language: PageLanguage): string =>
  withSign(formatNumber(euros, digits, language), '€', language);

/** A number already written, with its sign where the language puts it. */
export function withSign(written: string, sign: '%' | '€', language: PageLanguage): string {
  if (language !== 'en') return `${written}${NARROW}${sign}`;
  if (sign === '%') return `${written}%`;
  return written.startsWith(MINUS) ? `${MINUS}€${written.slice(1)}` : `€${written}`;
}

/** Bounds already written: `entre 2 284 et 2 574`; `au moins 91 904` or `au plus 7,5 %` where one side has none. */
export function formatBetween(low: string, high: string | null, language: Language): string;
export function formatBetween(low: null, high: string, language: Language): string;
export function formatBetween(low: string | null, high: string | null, language: Language): string {
  if (low === null) return `${language === 'fr' ? 'au plus' : 'at most'}${NO_BREAK}${high}`;
  if (language === 'fr') return high === null ? `au moins${NO_BREAK}${low}` : `entre${NO_BREAK}${low} et${NO_BREAK}${high}`;
  return high === null ? `at least${NO_BREAK}${low}` : `between${NO_BREAK}${low} and${NO_BREAK}${high}`;
}

/** The largest written number below or at `value`: rounding never narrows an interval. */
export const floorAt = (value: number, digits: number): number => roundOutwards(value, digits, Math.floor);

/** The smallest written number above or at `value`. */
export const ceilAt = (value: number, digits: number): number => roundOutwards(value, digits, Math.ceil);

function roundOutwards(value: number, digits: number, round: (value: number) => number): number {
  const scale = 10 ** digits;
  return round(Number((value * scale).toPrecision(13))) / scale;
}

/** A day in full: `mardi 3 mars 2026`, `1er janvier 2025` without its weekday; in English `Tuesday 3 March 2026`, in German `Dienstag, 3. März 2026`. */
export function formatDay(day: string, language: PageLanguage, options: { weekday?: boolean } = {}): string {
  const date = new Date(`${day}T12:00:00Z`);
  const part = (wanted: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...wanted }).format(date);
  const number = date.getUTCDate();
  const ordinal = language === 'de' ? `${number}.` : language === 'fr' && number === 1 ? '1er' : String(number);
  const written = `${ordinal}${NO_BREAK}${part({ month: 'long' })} ${date.getUTCFullYear()}`;
  return options.weekday ? `${part({ weekday: 'long' })}${language === 'de' ? ',' : ''} ${written}` : written;
}

/** A period as sources name it: `2023` stays; `2025-01-01` reads `1er janvier 2025`. */
export const formatPeriod = (period: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(period) ? formatDay(period, language) : period;

/** Between a label and what it says: French holds its colon to the label. */
export const colonIn = (language: PageLanguage): string => (language === 'fr' ? `${NO_BREAK}: ` : ': ');

/** Between two parts of a list whose parts may hold commas. */
export const semicolonIn = (language: Language): string => (language === 'fr' ? `${NO_BREAK}; ` : '; ');

/** A count with its word: `1 jour`, `70 jours`; French takes the singular below 2. */
export function formatCount(count: number, words: { one: string; many: string }, language: PageLanguage): string {
  const singular = language === 'fr' ? Math.abs(count) < 2 : count === 1;
  return `${formatInteger(count, language)}${NO_BREAK}${singular ? words.one : words.many}`;
}
