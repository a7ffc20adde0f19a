import { expect, test } from 'vitest';
import { bindPunctuation, defineMessages } from './catalogue.ts';

test.each([
  ['Voir : ici', 'Voir\u00a0: ici'],
  ['« oui » ; non ?', '«\u00a0oui\u00a0»\u00a0; non\u00a0?'],
  ['à 8 h: rien', 'à 8 h: rien'],
])('“%s” holds together', (text, expected) => expect(bindPunctuation(text)).toBe(expected));

test('French is bound in texts, functions and lists; English is left as it is', () => {
  const words = defineMessages({ fr: { list: ['a : b'], of: (name: string) => `Pour ${name} : oui` }, en: { list: ['a : b'], of: (name) => `For ${name} : yes` } });
  expect([words.fr.list[0], words.fr.of('vous'), words.en.of('you')]).toEqual(['a\u00a0: b', 'Pour vous\u00a0: oui', 'For you : yes']);
});
