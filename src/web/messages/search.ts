import { defineMessages } from '../../platform/i18n/catalogue.ts';
import { formatCount } from '../../platform/i18n/format.ts';

export const searchMessages = defineMessages({
  fr: {
    title: 'Recherche',
    titleOf: (asked: string, count: number) => `${count === 0 ? 'Aucun résultat' : formatCount(count, { one: 'résultat', many: 'résultats' }, 'fr')} pour «\u00a0${asked}\u00a0»`,
    communes: 'Communes', indicators: 'Indicateurs', pages: 'Pages du site', sources: 'Sources des chiffres',
    nothingHow: 'La recherche porte sur les communes du territoire, les indicateurs, les pages du site et les sources. Essayez un mot seul : « loyer », « vacants », le début d’un nom de commune, son code postal ou son code INSEE.',
    empty: 'Écrivez le nom ou le code postal d’une commune, le sujet d’un indicateur, le nom d’une source ou d’une page.',
  },
  en: {
    title: 'Search',
    titleOf: (asked, count) => `${count === 0 ? 'No result' : formatCount(count, { one: 'result', many: 'results' }, 'en')} for “${asked}”`,
    communes: 'Communes', indicators: 'Indicators', pages: 'Pages of the site', sources: 'Sources of the figures',
    nothingHow: 'The search covers the territory’s communes, the indicators, the site’s pages and the sources. Try a single word: “rent”, “vacant”, the start of a commune’s name, its postal code or its INSEE code.',
    empty: 'Write the name or postal code of a commune, the subject of an indicator, the name of a source or of a page.',
  },
});
