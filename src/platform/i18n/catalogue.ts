import type { Language, PageLanguage } from './format.ts';

/** The same shape with any text: what the other languages must fill. */
type Wording<Shape> = Shape extends string
  ? string
  : Shape extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Shape]: Wording<Shape[Key]> };

/**
 * A typed catalogue: every language has the French one's shape, or the compiler says which key is missing.
 * A message that depends on a number or a name is a function. French texts are bound as they are read.
 */
export const defineMessages = <const Shape>(catalogue: { fr: Shape; en: NoInfer<Wording<Shape>> }): Record<Language, Wording<Shape>> =>
  ({ fr: boundIn(catalogue.fr), en: catalogue.en }) as Record<Language, Wording<Shape>>;

/** The same for pages that are written in German too. */
export const definePageMessages = <const Shape>(catalogue: { fr: Shape; en: NoInfer<Wording<Shape>>; de: NoInfer<Wording<Shape>> }): Record<PageLanguage, Wording<Shape>> =>
  ({ ...catalogue, fr: boundIn(catalogue.fr) }) as Record<PageLanguage, Wording<Shape>>;

/** French punctuation holds to its word: no line starts with ":" or "»", none ends with "«". */
export const bindPunctuation = (text: string): string => text.replaceAll(/ (?=[:;?!»%])/g, '\u00a0').replaceAll('« ', '«\u00a0');

function boundIn(shape: unknown): unknown {
  if (typeof shape === 'string') return bindPunctuation(shape);
  if (typeof shape === 'function') return (...given: unknown[]) => bindPunctuation(String((shape as (...all: unknown[]) => unknown)(...given)));
  if (Array.isArray(shape)) return shape.map(boundIn);
  if (typeof shape === 'object' && shape !== null) return Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, boundIn(value)]));
  return shape;
}
