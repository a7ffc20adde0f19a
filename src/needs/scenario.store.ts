import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import { territorySchema } from './otelo.schema.ts';
import type { NewScenario, Scenario } from './scenario.schema.ts';

type Changed = Omit<NewScenario, 'demonstration'>;

/** Scenarios of the actor's territory; a narrower scope reaches none, for they belong to no organisation. */
export const scenarioStore = (tx: Tx, actor: Actor, scope: Scope) => {
  const reached = scope === 'territory' ? sql<boolean>`territory = ${actor.territory}` : sql<boolean>`false`;
  const columns = ['id', 'name', 'population', 'households', 'source', 'demonstration', 'figures', 'changed_at as changedAt', 'retained_at as retainedAt'] as const;
  const values = ({ name, population, households, source, figures }: Changed, at: Date) => ({ name, population, households, source, figures: JSON.stringify(figures), changed_at: at });
  const read = () => tx.selectFrom('needs.scenario').where(reached).select(columns);
  const scenarioOf = (row: Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number]): Scenario => ({ ...row, figures: territorySchema.parse(row.figures) }) as Scenario;
  return {
    /** The retained one first, then in the order of their names. */
    list: async (): Promise<Scenario[]> => (await read().orderBy(sql`retained_at is null`).orderBy('name').limit(200).execute()).map(scenarioOf),
    /** In the order asked for; what is out of reach is left out. */
    find: async (ids: readonly string[]): Promise<Scenario[]> => {
      const byId = new Map((await read().where('id', 'in', ids).execute()).map((row) => [row.id, scenarioOf(row)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    /** The one that was retained by then, if it still is. */
    retained: async (by: Date): Promise<Scenario | undefined> => (await read().where('retained_at', '<=', by).execute()).map(scenarioOf)[0],
    named: async (name: string): Promise<string | undefined> => (await tx.selectFrom('needs.scenario').where(reached).where('name', '=', name).select('id').executeTakeFirst())?.id,
    /** Undefined where another has its name. */
    insert: async (scenario: NewScenario, at: Date): Promise<string | undefined> =>
      (await tx.insertInto('needs.scenario').values({ ...values(scenario, at), demonstration: scenario.demonstration, territory: actor.territory, created_at: at })
        .onConflict((conflict) => conflict.columns(['territory', 'name']).doNothing()).returning('id').executeTakeFirst())?.id,
    update: async (id: string, scenario: Changed, at: Date): Promise<boolean> =>
      (await tx.updateTable('needs.scenario').set(values(scenario, at)).where(reached).where('id', '=', id).executeTakeFirst()).numUpdatedRows > 0n,
    /** None is retained any more. */
    release: async (): Promise<void> => void (await tx.updateTable('needs.scenario').set({ retained_at: null }).where(reached).where('retained_at', 'is not', null).execute()),
    retain: async (id: string, at: Date): Promise<void> => void (await tx.updateTable('needs.scenario').set({ retained_at: at }).where(reached).where('id', '=', id).execute()),
    remove: async (id: string): Promise<boolean> => (await tx.deleteFrom('needs.scenario').where(reached).where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n,
  };
};
