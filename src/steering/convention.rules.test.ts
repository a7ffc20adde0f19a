import { describe, expect, test } from 'vitest';
import { daysLate, lateActions } from './convention.rules.ts';

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
