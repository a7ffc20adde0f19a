import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import { territorySchema } from './otelo.schema.ts';
import type { NewScenario, Scenario } from './scenario.schema.ts';

export type ScenarioLine = Omit<Scenario, 'figures'>;

/** Scenarios of the actor's territory; a narrower scope reaches none, for they belong to no organisation. */
export const scenarioStore = (tx: Tx, actor: Actor, scope: Scope) => {
  const reached = scope === 'territory' ? sql<boolean>`territory = ${actor.territory}` : sql<boolean>`false`;
  const columns = ['id', 'name', 'population', 'households', 'changed_at as changedAt'] as const;
  const values = ({ name, population, households, figures }: NewScenario, at: Date) => ({ name, population, households, figures: JSON.stringify(figures), changed_at: at });
  return {
    list: async (): Promise<ScenarioLine[]> => (await tx.selectFrom('needs.scenario').where(reached).select(columns).orderBy('name').execute()) as ScenarioLine[],
    /** In the order asked for; what is out of reach is left out. */
    find: async (ids: readonly string[]): Promise<Scenario[]> => {
      const rows = await tx.selectFrom('needs.scenario').where(reached).where('id', 'in', ids).select([...columns, 'figures']).execute();
      const byId = new Map(rows.map((row) => [row.id, { ...row, figures: territorySchema.parse(row.figures) } as Scenario]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    named: async (name: string): Promise<string | undefined> => (await tx.selectFrom('needs.scenario').where(reached).where('name', '=', name).select('id').executeTakeFirst())?.id,
    /** Undefined where another has its name. */
    insert: async (scenario: NewScenario, at: Date): Promise<string | undefined> =>
      (await tx.insertInto('needs.scenario').values({ ...values(scenario, at), territory: actor.territory, created_at: at }).onConflict((conflict) => conflict.columns(['territory', 'name']).doNothing())
        .returning('id').executeTakeFirst())?.id,
    update: async (id: string, scenario: NewScenario, at: Date): Promise<boolean> =>
      (await tx.updateTable('needs.scenario').set(values(scenario, at)).where(reached).where('id', '=', id).executeTakeFirst()).numUpdatedRows > 0n,
    remove: async (id: string): Promise<boolean> => (await tx.deleteFrom('needs.scenario').where(reached).where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n,
  };
};
