import { matrix, type Permission, type Role, type Scope } from '../../src/platform/permission/matrix.ts';
import { here, type Place } from './place.ts';

/** The matrix read line by line, apart from the code that services and pages ask. */
export const scopeIn = (role: Role, permission: Permission): Scope | undefined => {
  const [resource = '', action = ''] = permission.split('.');
  return (matrix as unknown as Record<string, Record<string, Partial<Record<Role, Scope>>>>)[resource]?.[action]?.[role];
};

/** Whether a place is within a scope of who acts for `mine`; no place of these tests shares its commune. */
export const reaches = (scope: Scope | undefined, place: Place, mine: Place): boolean =>
  scope === 'territory' ? place.territory === here : scope !== undefined && place === mine;
