import { TOTP } from 'otpauth';
import type { App } from '../../src/composition.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { hashPassword } from '../../src/platform/identity/password-hash.ts';
import type { OrganisationKind, Role } from '../../src/platform/permission/matrix.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { openHouse, type House } from './house.ts';

export const password = 'tramway vert lune colle';

export interface PeopledHouse extends House {
  owner: Db;
  /** Moves the house's clock on: a code of the authenticator serves once. */
  pass(minutes: number): void;
  /** What the authenticator application shows now. */
  code(key: string): string;
  organisation(name: string, kind: OrganisationKind): Promise<string>;
  account(email: string, name: string, memberships?: readonly { role: Role; organisation: string }[], more?: { demonstration?: boolean; personId?: string }): Promise<string>;
  /** The link of the last mail to an address. */
  lastLink(email: string): Promise<string>;
}

/** A house without figures unless `empty` is false, where accounts can be made and the time moved. */
export async function openPeopledHouse({ empty = true, employees }: { empty?: boolean; employees?: App['employees'] } = {}): Promise<PeopledHouse> {
  let shift = 0;
  const now = (): Date => new Date(Date.now() + shift);
  const clock: Clock = { now, today: () => now().toISOString().slice(0, 10) };
  const house = await openHouse({ empty, change: (app) => ({ ...app, clock, ...(employees ? { employees } : {}) }) });
  const owner = openDatabase(house.ownerUrl, { max: 2 });
  const hash = await hashPassword(password);
  const territory = house.app.territory.code;
  return {
    ...house, owner,
    pass: (minutes) => { shift += minutes * 60_000; },
    code: (key) => new TOTP({ secret: key.replaceAll(/\s/g, '') }).generate({ timestamp: now().getTime() }),
    organisation: async (name, kind) => (await owner.insertInto('party.organisation').values({ territory, kind, name, created_at: now() }).returning('id').executeTakeFirstOrThrow()).id,
    account: async (email, name, memberships = [], { demonstration = false, personId } = {}) => {
      const { id } = await owner.insertInto('identity.account')
        .values({ territory, email, name, password_hash: demonstration ? null : hash, person_id: personId ?? null, demonstration, created_at: now() }).returning('id').executeTakeFirstOrThrow();
      for (const { role, organisation } of memberships) await owner.insertInto('party.membership').values({ territory, account_id: id, organisation_id: organisation, role, since: now() }).execute();
      return id;
    },
    lastLink: async (email) => {
      const mail = await owner.selectFrom('work.mail').where('recipient', '=', email).orderBy('created_at', 'desc').select('body').executeTakeFirst();
      return /https?:\/\/\S+/.exec(mail?.body ?? '')?.[0] ?? '';
    },
    close: async () => {
      await owner.destroy();
      await house.close();
    },
  };
}
