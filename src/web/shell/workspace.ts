import type { Permission, Role, Scope } from '../../platform/permission/matrix.ts';
import { scopeOf } from '../../platform/permission/permission.rules.ts';

interface WorkPage {
  id: 'needs' | 'scenarios' | 'analysisDesk' | 'persons' | 'organisations' | 'journal' | 'requests' | 'register' | 'yearlyCounts' | 'whoSees' | 'ownAccess' | 'ownData';
  path: string;
  permission: Permission;
  /** Where the permission alone is not enough: the scopes that the page is made for. */
  scopes?: readonly Scope[];
  /** Read once in a while: on the workspace's first page, and not in every header. */
  seldom?: true;
}

/** The workspace's pages under the convention's doors. A door opens when the role has a page behind it. */
const workDoors: readonly { id: 'needs' | 'accompany' | 'employers' | 'rights'; pages: readonly WorkPage[] }[] = [
  {
    id: 'needs',
    pages: [
      { id: 'needs', path: '/besoins', permission: 'employeesNeeds.read' },
      { id: 'scenarios', path: '/besoins/scenarios', permission: 'needsScenario.read' },
      { id: 'analysisDesk', path: '/espace/analyses', permission: 'analysis.read' },
    ],
  },
  {
    id: 'accompany',
    pages: [
      { id: 'persons', path: '/espace/personnes', permission: 'person.read', scopes: ['organisation', 'territory'] },
      { id: 'ownData', path: '/mon-parcours/mes-donnees', permission: 'privacyRequest.create', scopes: ['own'] },
      { id: 'ownAccess', path: '/mon-parcours/acces', permission: 'audit.read', scopes: ['own'] },
    ],
  },
  { id: 'employers', pages: [{ id: 'organisations', path: '/espace/organisations', permission: 'organisation.read' }] },
  {
    id: 'rights',
    pages: [
      { id: 'requests', path: '/espace/demandes-rgpd', permission: 'privacyRequest.read', scopes: ['territory'] },
      { id: 'journal', path: '/espace/journal', permission: 'audit.read', scopes: ['territory'] },
      { id: 'register', path: '/espace/registre', permission: 'register.read', seldom: true },
      { id: 'yearlyCounts', path: '/espace/comptes-annuels', permission: 'yearlyCount.read', seldom: true },
      { id: 'whoSees', path: '/espace/droits', permission: 'register.read', seldom: true },
    ],
  },
];

/** What a role may open, door by door. */
export const workDoorsOf = (role: Role) =>
  workDoors.map((door) => ({ ...door, pages: door.pages.filter(({ permission, scopes }) => {
    const given = scopeOf(role, permission);
    return given !== undefined && (scopes === undefined || scopes.includes(given));
  }) })).filter((door) => door.pages.length > 0);

/** They come for one thing of their own: the territory's figures stay a search away. */
const ownPlaceOnly: readonly Role[] = ['employee', 'hrManager', 'landlordOfficer'];

export const seesPublicDoors = (role: Role): boolean => !ownPlaceOnly.includes(role);
