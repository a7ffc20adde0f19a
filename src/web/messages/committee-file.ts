import { defineMessages } from '../../platform/i18n/catalogue.ts';

export const committeeFileMessages = defineMessages({
  fr: { tooFull: 'La page du comité ne tient pas sur une feuille A4. Les diapositives et le classeur la donnent en entier.' },
  en: { tooFull: 'The committee’s page does not hold on one A4 sheet. The slides and the workbook give all of it.' },
});
