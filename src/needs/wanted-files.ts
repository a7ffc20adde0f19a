/** The State's files that Otelo reads, with the vintage that it names: what a block asks for when it lacks a figure. */
export const wantedFiles = {
  omphale: 'Omphale et SDES, projections de ménages 2021-2050',
  census: 'Recensement de la population (RP) 2022',
  fiscal: 'Fichiers fiscaux du SDES 2022',
  renewal: 'Fichiers fiscaux du SDES 2017-2022, restructurations et disparitions',
  land: 'Fichiers fonciers 2023',
  requests: 'Système national d’enregistrement (SNE) 2019',
  places: 'FINESS 2022',
  allowances: 'CNAF 2022',
  survey: 'Enquête nationale logement (ENL) 2013',
} as const;

export type WantedFile = keyof typeof wantedFiles;
