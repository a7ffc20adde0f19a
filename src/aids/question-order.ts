/** Questions that only make sense after another one: of the two, the other is asked first. */
export const askedAfter: Readonly<Record<string, string>> = {
  'personne . titre de séjour': 'personne . nationalité',
  'emploi . date de mutation': 'emploi . mutation',
  'personne . proche de la majorité': 'personne . âge',
  'personne . mineur émancipé': 'personne . âge',
  'personne . boursier': 'personne . activité',
  'emploi . contrat': 'personne . activité',
  'emploi . début': 'emploi . contrat',
  'logement . charges': 'logement . loyer',
};
