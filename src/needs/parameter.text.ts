import { formatNumber, formatPercent } from '../platform/i18n/format.ts';
import type { Parameters, ParameterName } from './parameters.ts';
import type { BlockId } from './stock.rules.ts';

export const blockNames: Readonly<Record<BlockId, string>> = {
  B11: 'Hors logement', B12: 'Hébergés', B13: 'Inadéquation financière', B14: 'Mauvaise qualité', B15: 'Inadéquation physique',
};

/** What a parameter is chosen among, in words. */
const choiceNames: Readonly<Record<string, string>> = {
  census: 'RP', requests: 'SNE', fiscal: 'fichiers fiscaux', land: 'fichiers fonciers', both: 'locataires et propriétaires', tenants: 'locataires', owners: 'propriétaires', severe: 'accentuée', moderate: 'modérée',
  autreCentre: 'autre centre d’accueil', demandeAsile: 'demande d’asile', reinsertion: 'réinsertion', centreProvisoire: 'centre provisoire',
};

/** A choice as it is read; a kind of establishment that is not known keeps the file's own word. */
export const choiceName = (choice: string): string => (Object.hasOwn(choiceNames, choice) ? choiceNames[choice] ?? choice : choice);

/** A parameter's value as it is read; a part as a percentage. */
export function parameterText(value: Parameters[ParameterName], unit: 'part' | 'choix' | 'oui ou non'): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return unit === 'part' ? formatPercent(value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1, 'fr') : formatNumber(value, 0, 'fr');
  return [value].flat().map((choice) => choiceName(choice)).join(', ');
}
