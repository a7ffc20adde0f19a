import type { Language } from './format.ts';

/** The same shape with any text: what the other languages must fill. */
type Wording<Shape> = Shape extends string
  ? string
  : Shape extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Shape]: Wording<Shape[Key]> };

/**
 * A typed catalogue: every language has the French one's shape, or the compiler says which key is missing.
 * A message that depends on a number or a name is a function.
 */
export const defineMessages = <const Shape>(catalogue: { fr: Shape; en: NoInfer<Wording<Shape>> }): Record<Language, Wording<Shape>> =>
  catalogue as Record<Language, Wording<Shape>>;
