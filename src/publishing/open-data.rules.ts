import { cellText, missingReasonText, unitText, type Cell, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { csvCell } from '../platform/csv-cell.rules.ts';
import { licenceAddress } from './open-data.catalogue.ts';

/** What a column holds, as the dictionary says it. */
export interface Column {
  name: string;
  type: 'texte' | 'nombre' | 'entier';
  meaning: string;
}

/** The columns of every dataset, in their order. */
export const columns = [
  { name: 'indicateur', type: 'texte', meaning: 'Identifiant de l’indicateur' },
  { name: 'libelle', type: 'texte', meaning: 'Nom de l’indicateur' },
  { name: 'code_lieu', type: 'texte', meaning: 'Code officiel de la commune, ou SIREN de l’intercommunalité' },
  { name: 'lieu', type: 'texte', meaning: 'Nom du lieu' },
  { name: 'niveau', type: 'texte', meaning: '« commune » ou « intercommunalite »' },
  { name: 'periode', type: 'texte', meaning: 'Année (2023), ou jour (2025-01-01) où la source date son état' },
  { name: 'valeur', type: 'nombre', meaning: 'Le nombre exact ; une part est une fraction (0.24 pour 24 %) ; vide si le statut n’est pas « valeur »' },
  { name: 'borne_basse', type: 'nombre', meaning: 'Plus petite valeur possible, pour une somme qui compte des cases secrètes' },
  { name: 'borne_haute', type: 'nombre', meaning: 'Plus grande valeur possible ; vide si rien ne la borne' },
  { name: 'categorie', type: 'texte', meaning: 'La catégorie, pour un zonage' },
  { name: 'statut', type: 'texte', meaning: '« valeur », « intervalle », « categorie », « secret » (le secret statistique la cache : ce n’est pas zéro) ou « non disponible »' },
  { name: 'motif', type: 'texte', meaning: 'Pourquoi la valeur n’est pas disponible' },
  { name: 'unite', type: 'texte', meaning: 'Unité de la valeur' },
  { name: 'perimetre_annee', type: 'entier', meaning: 'Année de la liste des communes que compte une valeur d’intercommunalité' },
  { name: 'perimetre_communes', type: 'entier', meaning: 'Nombre de communes de cette liste' },
  { name: 'source', type: 'texte', meaning: 'Jeux de données d’origine' },
  { name: 'millesime', type: 'texte', meaning: 'Millésimes de ces jeux' },
  { name: 'producteur', type: 'texte', meaning: 'Producteurs de ces jeux' },
  { name: 'licence', type: 'texte', meaning: 'Licences de ces jeux' },
] as const satisfies readonly Column[];

export interface OpenLine {
  definition: IndicatorDefinition;
  reading: Reading;
  place: string;
}

const statuses: Record<Cell['kind'], string> = { number: 'valeur', interval: 'intervalle', category: 'categorie', secret: 'secret', missing: 'non disponible' };

/** A figure may be given to others only if each of its sources may. */
export const isOpen = ({ datasets }: Reading): boolean => datasets.length > 0 && datasets.every(({ licence }) => licenceAddress(licence) !== undefined);

/** UTF-8, commas, decimal points: what programs read without being told. */
export function openCsv(lines: readonly OpenLine[]): string {
  const rows = [columns.map(({ name }) => name), ...lines.map(rowOf)];
  return rows.map((row) => `${row.map((text) => csvCell(text, ',;')).join(',')}\r\n`).join('');
}

function rowOf({ definition, reading, place }: OpenLine): string[] {
  const { cell, perimeter } = reading;
  const list = (of: (dataset: Reading['datasets'][number]) => string): string => [...new Set(reading.datasets.map(of))].join(' | ');
  return [
    definition.id, definition.label.fr, reading.area, place, reading.level === 'commune' ? 'commune' : 'intercommunalite', reading.period,
    cell.kind === 'number' ? String(cell.value) : '',
    cell.kind === 'interval' && cell.low !== null ? String(cell.low) : '',
    cell.kind === 'interval' && cell.high !== null ? String(cell.high) : '',
    cell.kind === 'category' ? cell.value : '',
    statuses[cell.kind], cell.kind === 'missing' ? `${cellText(cell, definition, 'fr')} : ${missingReasonText(cell.reason, 'fr')}` : '', unitOf(definition),
    perimeter ? String(perimeter.year) : '', perimeter ? String(perimeter.communes) : '',
    list(({ title }) => title), list(({ vintage }) => vintage), list(({ producer }) => producer), list(({ licence }) => licence),
  ];
}

const unitOf = (definition: IndicatorDefinition): string => (definition.unit === 'fraction' ? 'fraction' : unitText(definition.unit, 'fr'));

/** The dictionary as a table: first the columns, then each indicator. */
export function dictionaryCsv(definitions: readonly IndicatorDefinition[]): string {
  const rows = [
    ['objet', 'nom', 'libelle', 'type_ou_unite', 'definition', 'calcul', 'secret'],
    ...columns.map(({ name, type, meaning }) => ['colonne', name, '', type, meaning, '', '']),
    ...definitions.map((one) => ['indicateur', one.id, one.label.fr, unitOf(one), one.definition.fr, one.method.fr, one.secrecy?.fr ?? '']),
  ];
  return rows.map((row) => `${row.map((text) => csvCell(text, ',;')).join(',')}\r\n`).join('');
}
