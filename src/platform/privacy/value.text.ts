import { actName } from '../audit/act.text.ts';
import { formatDay, formatInteger } from '../i18n/format.ts';
import { formatMoment } from '../i18n/moment.ts';
import { compartmentNames, roleNames } from '../permission/permission.text.ts';
import { requestKindNames } from './request.text.ts';

const languages: Record<string, string> = { fr: 'français', en: 'anglais', de: 'allemand' };

/** What a person agreed to. */
export const consentPurposeNames: Readonly<Record<string, string>> = { shareWithLandlord: 'Transmission du dossier à un bailleur', shareWithAssociation: 'Transmission à une association', contactByPhone: 'Contact par téléphone', survey: 'Enquête sur l’accompagnement' };

/** Columns whose values are codes. */
const decoded: Readonly<Record<string, (code: string) => string | undefined>> = {
  role: (code) => (roleNames as Record<string, string>)[code],
  type: actName,
  purpose: (code) => consentPurposeNames[code],
  compartment: (code) => (compartmentNames as Record<string, string>)[code],
  language: (code) => languages[code],
  kind: (code) => (requestKindNames as Record<string, string>)[code],
};

/** A value of a column as its person reads it. */
export function valueText(column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (value instanceof Date) return formatMoment(value, 'fr');
  if (typeof value === 'number') return formatInteger(value, 'fr');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, 'fr');
  return decoded[column]?.(value) ?? value;
}
