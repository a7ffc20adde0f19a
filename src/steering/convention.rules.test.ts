import { describe, expect, test } from 'vitest';
import { convention } from '../../test/steering/fixture.ts';
import { danglingReferences, daysLate, duplicateIds, isOpen, lateActions, ownerText, targetOf } from './convention.rules.ts';

describe('days late', () => {
  test.each([
    ['inProgress', '2026-11-23', 1],
    ['inProgress', '2026-11-24', 0],
    ['inProgress', '2026-11-25', 0],
    ['planned', '2025-11-24', 365],
    ['onHold', '2026-11-14', 10],
    ['done', '2026-01-01', 0],
    ['abandoned', '2026-01-01', 0],
    ['draft', '2026-01-01', 0],
    ['inProgress', undefined, 0],
  ] as const)('an action %s due on %s is %d days late on 24 November 2026', (state, dueOn, days) => {
    expect(daysLate({ state, dueOn }, '2026-11-24')).toBe(days);
  });

  test('the latest comes first', () => {
    const base = { title: 't', serves: ['a'], owner: 'both', lead: 'l', state: 'inProgress', demonstration: false } as const;
    const actions = [{ ...base, serves: ['a'], id: 'a', dueOn: '2026-11-20' }, { ...base, serves: ['a'], id: 'b', dueOn: '2026-10-20' }, { ...base, serves: ['a'], id: 'c', dueOn: '2027-10-20' }];
    expect(lateActions(actions, '2026-11-24').map((action) => action.id)).toEqual(['b', 'a']);
  });
});

test.each([['draft', false], ['planned', true], ['inProgress', true], ['onHold', true], ['done', false], ['abandoned', false]] as const)('an action %s is open: %s', (state, open) => expect(isOpen({ state })).toBe(open));

test('the target of an indicator is the one that names it', () => {
  expect([targetOf(convention, 't.share')?.id, targetOf(convention, 't.never'), targetOf(null, 't.share')]).toEqual(['c', undefined, undefined]);
});

describe('owners', () => {
  const parties = [{ id: 'a', name: 'Alpha', called: 'l’alpha' }, { id: 'b', name: 'Bêta' }, { id: 'c', name: 'Gamma' }].map((one) => ({ ...one, signatories: ['s'] }));
  test.each([
    [parties, 'a', 'l’alpha'], [parties, 'b', 'Bêta'], [parties.slice(0, 2), 'both', 'l’alpha et Bêta'], [parties, 'both', 'l’alpha, Bêta et Gamma'], [[], 'both', ''],
  ])('of %#, as a sentence calls them', (list, owner, text) => expect(ownerText({ parties: list }, owner)).toBe(text));
});

test('what points nowhere is found: who serves what, who owns what', () => {
  const base = { ...convention, commitments: [{ id: 'analyser', verb: 'v', text: 't', owner: 'epci', publics: [] }], statedFigures: [] };
  expect(danglingReferences(base)).toEqual([]);
  const [action] = base.actions;
  expect(danglingReferences({
    ...base,
    commitments: [{ ...base.commitments[0]!, owner: 'gone' }],
    actions: [{ ...action!, owner: 'lost', serves: ['analyser', 'nowhere'] }],
    statedFigures: [{ id: 'f', party: 'missing', label: 'l', value: 1, text: 't', date: 'd' }],
  })).toEqual([
    { where: 'actions.late', id: 'nowhere' }, { where: 'commitments.analyser', id: 'gone' }, { where: 'actions.late', id: 'lost' }, { where: 'statedFigures.f', id: 'missing' },
  ]);
});

test('an id used twice in one list is found; the same in two lists is none', () => {
  const [first, second] = convention.targets;
  expect(duplicateIds({ ...convention, targets: [first!, second!, first!] })).toEqual(['a']);
  expect(duplicateIds({ ...convention, actions: [{ ...convention.actions[0]!, id: 'a' }] })).toEqual([]);
});
