/**
 * What a dataset says of one measure, area and period. `merged` stands where the source describes only former
 * communes of today's, so that a median or a rate of the whole is unknown.
 */
export interface Observation {
  measure: string;
  area: string;
  period: string;
  status: 'value' | 'secret' | 'missing' | 'merged';
  value: number | null;
  category: string | null;
  datasetId: number;
}
