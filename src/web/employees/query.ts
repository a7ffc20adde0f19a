import { ceilingIds, isDay, type CeilingId, type CeilingMoves } from '../../aids/index.ts';
import type { Problem } from '../form.ts';
import { needsWords } from '../messages/needs.ts';
import { fieldOfCeiling, movable } from './fields.ts';

export interface NeedsQuery {
  /** The day of the rules, AAAA-MM-JJ. */
  at: string;
  /** As typed, by ceiling. */
  percents: Readonly<Partial<Record<CeilingId, string>>>;
  moves: CeilingMoves;
  /** The ceiling or aid whose communes and groups are shown. */
  target: string;
  problems: readonly Problem[];
}

/** What the address asks for; what cannot be read keeps its default, with its problem beside the field. */
export function readNeedsQuery(search: URLSearchParams, today: string, targets: readonly string[]): NeedsQuery {
  const problems: Problem[] = [];
  const moves: CeilingMoves = {};
  const percents: Partial<Record<CeilingId, string>> = {};
  for (const id of movable) {
    const typed = search.get(fieldOfCeiling(id))?.trim().replace(',', '.').replace('−', '-') ?? '';
    percents[id] = typed === '' ? '0' : typed;
    if (typed === '' || Number(typed) === 0) continue;
    const percent = Number(typed);
    if (Number.isFinite(percent) && percent >= -50 && percent <= 100) moves[id] = 1 + percent / 100;
    else problems.push({ field: fieldOfCeiling(id), text: needsWords.trial.wrong });
  }
  const day = search.get('jour') ?? '';
  const isReadable = day === '' || (isDay(day) && day >= '2018-01-01' && day <= '2100-12-31');
  if (!isReadable) problems.push({ field: 'jour', text: needsWords.trial.wrongDay });
  const asked = search.get('pour') ?? '';
  return { at: day === '' || !isReadable ? today : day, percents, moves, target: [...ceilingIds, ...targets].includes(asked) ? asked : 'PLUS', problems };
}
