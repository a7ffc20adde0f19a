import { expect, test } from 'vitest';
import type { AidView } from './answer.view.ts';
import { resultGroups } from './result.groups.ts';

const aid = (outcome: AidView['outcome'], more: Partial<AidView> = {}): AidView => ({
  id: outcome, title: outcome, outcome, closed: false, conditions: { text: '', state: 'no', kind: 'feuille', children: [] }, because: [], missing: '', waysIn: [], documents: [], askNow: false,
  with: [], without: [], notModelled: [], confidence: '', ...more,
});
const way = aid('no', { waysIn: [{ lead: 'Elle s’ouvrirait avec :', text: 'Loyer : 500 €' }] });

test.each<[string, readonly AidView[], string]>([
  ['all closed for good', [aid('no'), aid('no')], 'Aucune aide ne vous est ouverte avec ces réponses.'],
  ['closed, with something that anybody may do', [aid('no', { openToAll: { parts: [], french: false } })], 'Aucune aide ne vous est ouverte avec ces réponses. Voyez plus bas ce que vous pouvez faire.'],
  ['closed, one with a way in', [aid('no'), way], 'Aucune aide ne vous est ouverte avec ces réponses. Voyez plus bas ce qui changerait cela.'],
  ['one to be asked for before the home is found', [aid('open', { askNow: true }), aid('open'), aid('no')], 'Une aide est à demander dès maintenant, sans attendre le logement. Pour une aide, il manque des réponses. Une autre ne vous est pas ouverte.'],
  ['nothing decided', [aid('open'), aid('open')], 'Rien n’est encore décidé. Pour 2 aides, il manque des réponses.'],
  ['only the sources are silent', [aid('unknown'), aid('no')], 'Pour une aide, nos sources ne permettent pas de conclure. Une autre ne vous est pas ouverte.'],
  ['one open, one to be asked, one with a way in', [aid('yes'), aid('open'), way], 'Une aide vous est ouverte. Pour une aide, il manque des réponses. Voyez plus bas ce qui en ouvrirait d’autres.'],
  ['one that opens later', [aid('no', { opens: 'À demander à partir du mardi 1er décembre 2026' })], 'Aucune aide ne vous est ouverte avec ces réponses. Une aide s’ouvrira plus tard.'],
])('%s', (_, aids, sentence) => expect(resultGroups(aids, 'fr').summary.replaceAll('\u00a0', ' ')).toBe(sentence));

test('what opens later stands with what could be had', () => {
  const { groups } = resultGroups([aid('no', { opens: 'À demander à partir du mardi 1er décembre 2026' }), aid('no', { closed: true })], 'fr');
  expect(groups.map(({ id, aids }) => [id, aids.length])).toEqual([['pourrait', 1], ['fermees', 1]]);
});

test.each<[string, readonly AidView[], boolean]>([
  ['all refused', [aid('no'), way], true], ['nothing decided', [aid('open'), aid('unknown')], true], ['one open', [aid('yes'), aid('no')], false], ['one to be asked for now', [aid('open', { askNow: true })], false],
])('whom to turn to comes first where nothing can be had now: %s', (_, aids, first) => expect(resultGroups(aids, 'fr').nothingNow).toBe(first));
