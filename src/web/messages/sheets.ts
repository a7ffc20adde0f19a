import { defineMessages } from '../../platform/i18n/catalogue.ts';

export const sheetMessages = defineMessages({
  fr: {
    territory: 'Fiche du territoire', lead: (count: number) => `Les derniers chiffres connus de l’ensemble des ${count} communes.`, nothing: 'Aucun chiffre n’est chargé pour ce territoire.',
    pdf: 'Télécharger la fiche en PDF', communes: 'Fiches des communes', figure: 'Chiffre', value: 'Valeur', period: 'Période', perimeter: 'Périmètre', sources: 'Sources',
    dated: (day: string) => `Fiche du ${day}.`, secrecy: '« secret » n’est pas zéro : le secret statistique cache la valeur.', dash: '« – » : le chiffre n’est pas calculable ou pas disponible ; la page de l’indicateur dit pourquoi.',
    publications: {
      title: 'Publications', lead: (territory: string) => `Les publications ${territory} : des analyses, une fiche pour chaque commune, et les chiffres à reprendre.`,
      others: 'avec les fiches des communes et les données ouvertes.', analyses: 'Analyses', allAnalyses: 'Toutes les analyses', sheets: 'Fiches', data: 'Données ouvertes', dataText: 'Les chiffres, par sujet, en CSV et en Parquet, avec leur dictionnaire.',
    },
  },
  en: {
    territory: 'Sheet of the territory', lead: (count) => `The latest known figures of the ${count} communes as a whole.`, nothing: 'No figure is loaded for this territory.',
    pdf: 'Download the sheet as PDF', communes: 'Sheets of the communes', figure: 'Figure', value: 'Value', period: 'Period', perimeter: 'Perimeter', sources: 'Sources',
    dated: (day) => `Sheet of ${day}.`, secrecy: '“secret” is not zero: statistical secrecy hides the value.', dash: '“–”: the figure cannot be computed or is not available; the indicator’s page says why.',
    publications: {
      title: 'Publications', lead: (territory) => `What ${territory} publishes: analyses, a sheet for each commune, and the figures to use again.`,
      others: 'with the communes’ sheets and the open data.', analyses: 'Analyses', allAnalyses: 'All analyses', sheets: 'Sheets', data: 'Open data', dataText: 'The figures by subject, as CSV and Parquet, with their dictionary.',
    },
  },
});
