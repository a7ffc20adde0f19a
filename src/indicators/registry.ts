import type { Db } from '../platform/database/database.ts';
import type { IndicatorDefinition, IndicatorProvider, Reading, ReadRequest } from './indicator.schema.ts';

export interface IndicatorRegistry {
  definitions: readonly IndicatorDefinition[];
  find(id: string): IndicatorDefinition | undefined;
  /** The one function that every door calls. Without `indicators`, reads them all. */
  read(db: Db, request: Omit<ReadRequest, 'indicators'> & { indicators?: readonly string[] }): Promise<Reading[]>;
}

/** Joins the areas' indicators; an id defined twice is a programming error. */
export function indicatorRegistry(providers: readonly IndicatorProvider[]): IndicatorRegistry {
  const owner = new Map<string, IndicatorProvider>();
  const byId = new Map<string, IndicatorDefinition>();
  for (const provider of providers) {
    for (const definition of provider.definitions) {
      if (owner.has(definition.id)) throw new Error(`indicator ${definition.id} is defined twice`);
      owner.set(definition.id, provider);
      byId.set(definition.id, definition);
    }
  }
  return {
    definitions: [...byId.values()],
    find: (id) => byId.get(id),
    read: async (db, { territory, asOf, indicators = [...byId.keys()] }) => {
      const readings = await Promise.all(providers.map(async (provider) => {
        const asked = indicators.filter((id) => owner.get(id) === provider);
        return asked.length === 0 ? [] : provider.read(db, { territory, asOf, indicators: asked });
      }));
      return readings.flat();
    },
  };
}
