import type { PlainDate } from '../platform/clock.ts';
import type { Convention, ConventionAction, ConventionTarget } from './convention.schema.ts';

const openStates: ReadonlySet<ConventionAction['state']> = new Set(['planned', 'inProgress', 'onHold']);

/** Whether an action is still to be carried through. */
export const isOpen = (action: Pick<ConventionAction, 'state'>): boolean => openStates.has(action.state);

/** Whole days that an open action is past its due date; 0 when it is on time, done, dropped or undated. */
export function daysLate(action: Pick<ConventionAction, 'state' | 'dueOn'>, today: PlainDate): number {
  if (!action.dueOn || !isOpen(action) || action.dueOn >= today) return 0;
  return Math.round((Date.parse(today) - Date.parse(action.dueOn)) / 86_400_000);
}

/** Open actions past their due date, the latest first. */
export const lateActions = (actions: readonly ConventionAction[], today: PlainDate): ConventionAction[] =>
  actions
    .filter((action) => daysLate(action, today) > 0)
    .toSorted((a, b) => daysLate(b, today) - daysLate(a, today) || a.id.localeCompare(b.id));

/** The target that an indicator is held against, if the convention names one. */
export const targetOf = (convention: Convention | null, indicator: string): ConventionTarget | undefined =>
  convention?.targets.find((target) => target.indicator === indicator);

/** Who an owner is, inside a sentence: "la métropole et Action Logement" for both. */
export function ownerText({ parties }: Pick<Convention, 'parties'>, owner: string): string {
  const called = parties.filter((party) => owner === 'both' || party.id === owner).map((party) => party.called ?? party.name);
  return called.length < 2 ? called.join() : `${called.slice(0, -1).join(', ')} et ${called.at(-1)}`;
}

/** Ids that nothing in the convention carries: a `serves` or an owner that points nowhere is a mistake in the file. */
export function danglingReferences(convention: Convention): { where: string; id: string }[] {
  const known = new Set([
    ...convention.commitments.map((one) => one.id),
    convention.objective.id,
    ...convention.objective.lines.map((one) => one.id),
    ...convention.means.map((one) => one.id),
  ]);
  const referring = [
    ...convention.targets.map((one) => ({ where: `targets.${one.id}`, serves: one.serves })),
    ...convention.actions.map((one) => ({ where: `actions.${one.id}`, serves: one.serves })),
    ...convention.strategies.map((one) => ({ where: `strategies.${one.id}`, serves: one.serves })),
  ];
  const parties = new Set(['both', ...convention.parties.map((one) => one.id)]);
  const owned = [
    ...convention.commitments.map((one) => ({ where: `commitments.${one.id}`, id: one.owner })),
    ...convention.actions.map((one) => ({ where: `actions.${one.id}`, id: one.owner })),
    ...convention.statedFigures.map((one) => ({ where: `statedFigures.${one.id}`, id: one.party })),
  ];
  return [
    ...referring.flatMap(({ where, serves }) => serves.filter((id) => !known.has(id)).map((id) => ({ where, id }))),
    ...owned.filter(({ id }) => !parties.has(id)),
  ];
}

/** Ids used twice within one list. */
export function duplicateIds(convention: Convention): string[] {
  const lists = [convention.commitments, convention.objective.lines, convention.means, convention.targets, convention.actions, convention.strategies, convention.statedFigures, convention.parties];
  return lists.flatMap((list) => list.map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at));
}
