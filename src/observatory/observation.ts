/**
 * What a dataset says of one measure, area and period. `merged` stands where the source describes only former
 * communes of today's, so that a median or a rate of the whole is unknown; `none`
 * where a file says that its source does not list the area, because it has none.
 */
export interface Observation {
  measure: string;
  area: string;
  period: string;
  status: 'value' | 'none' | 'secret' | 'missing' | 'merged';
  value: number | null;
  category: string | null;
  datasetId: number;
}
