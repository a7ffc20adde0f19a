import type { PlainDate } from '../clock.ts';
import { addDays, holidays } from './holidays.rules.ts';

/** Reminders come between 8:00 and 20:00 in France, never on a Sunday nor a public holiday. */
const opens = 8;
const closes = 20;

const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' });

/** The day and hour on clocks in France. */
function inParis(at: Date): { day: PlainDate; hour: number } {
  const [day = '', hour = ''] = parts.format(at).split(' ');
  return { day, hour: Number(hour) };
}

/** Whether nobody should be reminded of anything at this moment. */
export function isQuiet(at: Date): boolean {
  const { day, hour } = inParis(at);
  return hour < opens || hour >= closes || isQuietDay(day);
}

/** The moment itself, or the next at which one may remind. */
export function nextAllowed(at: Date): Date {
  const { day, hour } = inParis(at);
  if (!isQuietDay(day)) {
    if (hour < opens) return openingOf(day);
    if (hour < closes) return at;
  }
  let next = addDays(day, 1);
  while (isQuietDay(next)) next = addDays(next, 1);
  return openingOf(next);
}

const isQuietDay = (day: PlainDate): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0 || holidays(Number(day.slice(0, 4))).has(day);

/** 8:00 in France is 6:00 or 7:00 in universal time, as summer has it. */
function openingOf(day: PlainDate): Date {
  const summer = new Date(`${day}T06:00:00Z`);
  return inParis(summer).hour === opens ? summer : new Date(`${day}T07:00:00Z`);
}
