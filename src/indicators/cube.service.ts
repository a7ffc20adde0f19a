import type { PlainDate } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { protectCube } from './cube.rules.ts';
import { newCube, type PublishedCube } from './cube.schema.ts';
import { cubeStore } from './cube.store.ts';

/** Protects a table, attacks what is left, and keeps that alone: one a dataset and day, which nobody changes. */
export const publishCube = useCase('cube.create', newCube, async ({ input, actor, scope, tx, clock, record }) => {
  if (scope !== 'territory') return failure({ code: 'forbidden' as const });
  const made = await protectCube(input);
  if (!made.ok) return failure({ code: 'cube.refused' as const, reason: made.error.code });
  const day = clock.today();
  if (!(await cubeStore(tx, actor.territory).insert(input, made.value, day, clock.now()))) return failure({ code: 'cube.there' as const });
  await record.changed({ type: 'cube.published', subject: { kind: 'cube', id: `${input.id} ${day}` }, details: { cells: made.value.counts.cells, shown: made.value.counts.shown } });
  return success({ id: input.id, day });
});

/** What everybody reads of a dataset: its last cube made by that day. */
export const readCube = (db: Db, territory: string, id: string, day: PlainDate): Promise<PublishedCube | undefined> => cubeStore(db, territory).latest(id, day);
