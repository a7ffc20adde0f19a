import type { PlainDate } from '../clock.ts';

export type Urgency = 'late' | 'soon' | 'inTime';

/** How pressing an answer is: late once its day is over, to be seen to within its last week. */
export function urgencyOf(dueOn: PlainDate, today: PlainDate): Urgency {
  if (dueOn < today) return 'late';
  return Date.parse(dueOn) - Date.parse(today) <= 7 * 86_400_000 ? 'soon' : 'inTime';
}
