import { register } from './register.rules.ts';

/** What the software does for every processing; the operator adds the hosting. */
export const securityMeasures = [
  'Droits refusés par défaut, vérifiés deux fois : par les services et par la base de données.',
  'Trace de chaque ouverture et de chaque changement, scellée chaque minute.',
  'Second facteur obligatoire pour les agents et les partenaires.',
  'Documents et clés chiffrés (AES-256-GCM), mots de passe gardés sous forme d’empreintes.',
  'Aucune donnée personnelle dans les journaux techniques ni dans les adresses des pages.',
] as const;

/** `docs/registre.md`: the register of processing. */
export const registerPaper = (): string => [
  '# Registre des traitements',
  '',
  'Ce registre (article 30 du RGPD) est fait à partir des annotations de chaque colonne de la base (`src/platform/privacy/`) et de la matrice des droits. Finalités, bases légales et durées sont proposées par le logiciel : le délégué à la protection des données du territoire les confirme.',
  '',
  'Aucun transfert hors de l’Union européenne. Aucune décision automatisée.',
  '',
  ...register().flatMap(({ title, purpose, legalBasis, controller, subjects, tables }) => [
    `## ${title}`,
    '',
    `- **Finalité** : ${purpose}`,
    `- **Base légale** : ${legalBasis}`,
    `- **Responsable** : ${controller}`,
    `- **Personnes concernées** : ${subjects}`,
    '',
    ...(tables.length === 0 ? [] : ['| Données | Catégories | Durée | Destinataires |', '|---|---|---|---|']),
    ...tables.map((table) => `| ${table.title} | ${table.categories.map((one) => `**${one.title}** : ${one.columns.join(', ')}`).join('<br>')} | ${table.retention} | ${table.recipients} |`),
    '',
  ]),
  '## Mesures de sécurité',
  '',
  ...securityMeasures.map((measure) => `- ${measure}`),
  '',
].join('\n');
