import { defineMessages } from '../../platform/i18n/catalogue.ts';
import { formatCount } from '../../platform/i18n/format.ts';

export const searchMessages = defineMessages({
  fr: {
    title: 'Recherche',
    titleOf: (asked: string) => `Recherche : ${asked}`,
    found: (count: number) => formatCount(count, { one: 'résultat', many: 'résultats' }, 'fr'),
    communes: 'Communes', indicators: 'Indicateurs',
    nothing: (asked: string) => `Rien ne répond à « ${asked} ».`,
    nothingHow: 'La recherche porte sur les communes du territoire et les indicateurs. Essayez un mot seul : « loyer », « vacants », le début d’un nom de commune ou son code INSEE.',
    empty: 'Écrivez le nom d’une commune, son code INSEE, ou le sujet d’un indicateur.',
  },
  en: {
    title: 'Search',
    titleOf: (asked) => `Search: ${asked}`,
    found: (count) => formatCount(count, { one: 'result', many: 'results' }, 'en'),
    communes: 'Communes', indicators: 'Indicators',
    nothing: (asked) => `Nothing matches “${asked}”.`,
    nothingHow: 'The search covers the territory’s communes and the indicators. Try a single word: “rent”, “vacant”, the start of a commune’s name or its INSEE code.',
    empty: 'Write the name of a commune, its INSEE code, or the subject of an indicator.',
  },
});
