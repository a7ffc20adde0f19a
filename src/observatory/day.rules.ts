/** `2024`, or `2024-02-29` where the calendar has that day. */
export function isPeriod(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Open data describes what was: nothing is dated after today. A year under way is not after it. */
export const isAfter = (period: string, today: string): boolean => period > today.slice(0, period.length);
