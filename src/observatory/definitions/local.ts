import type { TerritoryIndicator } from '../../territory/index.ts';
import { indicator, text, type ObservatoryIndicator } from './indicator.ts';

/** An indicator that the territory's folder defines; a file of the generic layout brings its figures. Its words exist in French only. */
export const localIndicator = ({ id, label, definition, source, unit, digits, direction, grain }: TerritoryIndicator): ObservatoryIndicator => {
  const additive = unit === 'persons' || unit === 'households' || unit === 'dwellings' || unit === 'count';
  return indicator({ kind: 'measure', measure: id }, {
    id,
    theme: 'local',
    label: text(label, label),
    definition: text(definition, definition),
    method: text(`Mesure ${id} du fichier d’indicateurs du territoire (${source}).`, `Measure ${id} of the territory’s indicator file (${source}).`),
    unit, digits, direction, grain, additive,
    territoryValue: grain === 'intercommunality' ? 'given' : additive ? 'computed' : 'never',
    sources: [source],
  });
};
