import type { IndicatorDefinition, Text, Theme } from '../indicators/index.ts';

/** One published dataset: the figures of a theme. Its slug stands in addresses that others keep: it never changes. */
export interface OpenDataset {
  slug: string;
  theme: Theme;
  title: Text;
  description: Text;
  /** In French, as the catalogue is. */
  keywords: readonly string[];
  /** Code of the European Union's list of data themes. */
  europeanTheme: 'SOCI' | 'REGI' | 'ECON';
}

const text = (fr: string, en: string): Text => ({ fr, en });

export const openDatasets: readonly OpenDataset[] = [
  {
    slug: 'population', theme: 'population', europeanTheme: 'SOCI', keywords: ['population', 'recensement', 'ménages'],
    title: text('Population et ménages', 'Population and households'),
    description: text('Population municipale, ménages et leur évolution, par commune et pour le territoire.', 'Municipal population, households and their growth, by commune and for the territory.'),
  },
  {
    slug: 'revenus', theme: 'income', europeanTheme: 'SOCI', keywords: ['revenus', 'niveau de vie', 'pauvreté'],
    title: text('Revenus et pauvreté', 'Income and poverty'),
    description: text('Niveaux de vie, pauvreté et part des salaires, par commune. Les cases que la source cache restent secrètes.', 'Standards of living, poverty and share of wages, by commune. Cells that the source hides stay secret.'),
  },
  {
    slug: 'logement-social', theme: 'socialHousing', europeanTheme: 'REGI', keywords: ['logement social', 'RPLS', 'SRU'],
    title: text('Logement social', 'Social housing'),
    description: text('Logements locatifs sociaux, vacance et délais, par commune et pour le territoire. Les petits comptes que la source cache restent secrets.', 'Social rented dwellings, vacancy and delays, by commune and for the territory. Small counts that the source hides stay secret.'),
  },
  {
    slug: 'parc-prive', theme: 'privateStock', europeanTheme: 'REGI', keywords: ['parc privé', 'logements vacants', 'LOVAC'],
    title: text('Parc privé et vacance', 'Private stock and vacancy'),
    description: text('Logements du parc privé et logements vacants, par commune et pour le territoire. Les petits comptes que la source cache restent secrets.', 'Private dwellings and vacant ones, by commune and for the territory. Small counts that the source hides stay secret.'),
  },
  {
    slug: 'loyers', theme: 'rents', europeanTheme: 'REGI', keywords: ['loyers', 'marché locatif'],
    title: text('Loyers d’annonce', 'Advertised rents'),
    description: text('Loyers d’annonce estimés par mètre carré, par commune.', 'Estimated advertised rents per square metre, by commune.'),
  },
  {
    slug: 'construction', theme: 'construction', europeanTheme: 'REGI', keywords: ['construction', 'permis de construire', 'Sitadel'],
    title: text('Construction', 'Construction'),
    description: text('Logements autorisés et commencés chaque année dans le territoire.', 'Dwellings authorised and started each year in the territory.'),
  },
  {
    slug: 'emploi-et-deplacements', theme: 'commuting', europeanTheme: 'ECON', keywords: ['emploi', 'déplacements domicile-travail', 'frontaliers'],
    title: text('Emplois et déplacements domicile-travail', 'Jobs and commuting'),
    description: text(
      'Emplois occupés sur place, habitants qui travaillent, part de ceux qui travaillent sur place, frontaliers, par commune et pour le territoire. Ce qui repose sur trop peu de personnes reste secret.',
      'Jobs held here, residents in work, the share of those who work where they live, cross-border workers, by commune and for the territory. What rests on too few people stays secret.',
    ),
  },
  {
    slug: 'zonages', theme: 'zoning', europeanTheme: 'REGI', keywords: ['zonage ABC', 'zones d’emploi', 'quartiers prioritaires'],
    title: text('Zonages', 'Zonings'),
    description: text('Zones tendues, zones d’emploi et quartiers prioritaires, par commune.', 'Housing-tension zones, employment zones and priority districts, by commune.'),
  },
  {
    slug: 'indicateurs-locaux', theme: 'local', europeanTheme: 'REGI', keywords: ['indicateurs locaux'],
    title: text('Indicateurs du territoire', 'Indicators of the territory'),
    description: text('Indicateurs que le territoire définit lui-même.', 'Indicators that the territory defines itself.'),
  },
];

export const inDataset = ({ theme }: OpenDataset, definition: IndicatorDefinition): boolean => definition.theme === theme;

/** Licences under which others may use figures again, with the address of each. A figure under any other is not given. */
const openLicences: Readonly<Record<string, string>> = { 'Licence Ouverte 2.0': 'https://spdx.org/licenses/etalab-2.0.html' };

export const licenceAddress = (licence: string): string | undefined => (Object.hasOwn(openLicences, licence) ? openLicences[licence] : undefined);
