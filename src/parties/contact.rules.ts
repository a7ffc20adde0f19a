import type { PlainDate } from '../platform/clock.ts';

export type Freshness = 'fresh' | 'toCheck' | 'stale';

const yearsBefore = (day: PlainDate, years: number): PlainDate => `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

/**
 * How far a contact can be relied on: people change posts. After a year it is worth a call; after two it is likely wrong,
 * and a year before it is erased (three years after its last check).
 */
export function freshness(checkedOn: PlainDate, today: PlainDate): Freshness {
  if (checkedOn > yearsBefore(today, 1)) return 'fresh';
  return checkedOn > yearsBefore(today, 2) ? 'toCheck' : 'stale';
}
