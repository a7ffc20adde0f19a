import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { Territory } from '../territory/index.ts';

/** What a dataset says of one territory: its areas, and the figures among them that the source hides. */
export interface TerritoryShare {
  datasetId: number;
  areas: number;
  secret: number;
}

/** For each dataset that says something of the territory: how many of its communes (or itself), and how many secret cells. */
export async function territoryShares(db: Db, territory: Pick<Territory, 'code' | 'communes'>): Promise<TerritoryShare[]> {
  const areas = [territory.code, ...territory.communes.keys()];
  const { rows } = await sql<TerritoryShare>`
    select dataset_id as "datasetId", count(distinct area)::int as areas, sum(secret)::int as secret
    from (
      select dataset_id, area, (status = 'secret')::int as secret from observatory.observation where area = any(${areas}::text[])
      union all select dataset_id, commune, 0 from observatory.centroid where commune = any(${areas}::text[])
      union all select dataset_id, commune, 0 from observatory.contour where commune = any(${areas}::text[])
    ) as said
    group by dataset_id
  `.execute(db);
  return rows;
}
