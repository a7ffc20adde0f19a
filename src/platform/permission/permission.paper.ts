import { compartmentTable, matrixTables } from './matrix-table.rules.ts';
import { actionNames, compartmentNames, resourceNames, roleNames, scopeNames } from './permission.text.ts';

/** `docs/droits.md`: who may do what, from the matrix itself. */
export const rightsPaper = (): string => [
  '# Qui voit quoi',
  '',
  'Cette page est faite à partir de `src/platform/permission/matrix.ts`, que les services et la base de données appliquent. Ce qui n’y figure pas est refusé.',
  'Portée : « les siens », le dossier de la personne elle-même ; « son organisme », « sa commune », « le territoire », les dossiers qu’ils suivent ou qui s’y trouvent.',
  '',
  ...matrixTables().flatMap(({ resource, lines }) => [
    `## ${resourceNames[resource]}`,
    '',
    '| Action | Qui, sur quels dossiers |',
    '|---|---|',
    ...lines.map(({ action, allowed }) => `| ${actionNames[action]} | ${allowed.map(({ scope, roles }) => `**${scopeNames[scope]}** : ${roles.map((role) => roleNames[role]).join(', ')}`).join('<br>')} |`),
    '',
  ]),
  '## Compartiments',
  '',
  'Lignes que seuls certains rôles voient, quelle que soit leur portée. Une personne reçoit les siennes avec la copie de ses données.',
  '',
  ...compartmentTable().map(({ name, roles }) => `- **${compartmentNames[name]}** : ${roles.map((role) => roleNames[role]).join(', ')}`),
  '',
].join('\n');
