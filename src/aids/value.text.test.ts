import { expect, test } from 'vitest';
import { valueText } from './value.text.ts';

test.each([
  [1, 'fr', 'personnes', '1 personne'], [0, 'fr', 'personnes', '0 personne'], [2, 'fr', 'ans', '2 ans'], [1, 'fr', 'mois', '1 mois'], [1, 'en', 'salariés', '1 employee'], [0, 'en', 'années', '0 years'], [1, 'de', 'personnes', '1 Person'],
  [12, 'de', 'km', '12 km'], [1575, 'fr', '€/mois', '1 575 € par mois'], [30, 'fr', '', '30'], [20, 'fr', 'm2', '20 m²'],
] as const)('%d in %s, %s', (value, language, unit, text) => expect(valueText(value, language, unit).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text));
