import { endMembership, inviteMember, joinDemonstration } from '../src/parties/index.ts';
import type { OrganisationKind, Role } from '../src/platform/permission/matrix.ts';
import type { Clock } from '../src/platform/clock.ts';
import type { Session } from '../src/platform/use-case.ts';
import { inventedName, type Name } from './names.ts';
import type { DemoOrganisation } from './organisations.ts';
import type { Random } from './random.ts';
import { acting, daysAgo, must, noSooner, type Act, type Stage } from './stage.ts';

export interface DemoAccount {
  /** Known once its act is played. */
  id: string;
  membershipId: string;
  name: Name;
  email: string;
  role: Role;
  organisation: DemoOrganisation;
  since: Date;
  until: Date | null;
}

/** How many people act in each role, for an organisation of each kind. */
const teams: Partial<Record<OrganisationKind, readonly (readonly [Role, number])[]>> = {
  metropole: [['territoryAdmin', 1], ['organisationManager', 1], ['housingOfficer', 4], ['employerOfficer', 2], ['dataProtectionOfficer', 1], ['committeeMember', 2]],
  lettingService: [['organisationManager', 1], ['lettingAdviser', 9], ['committeeMember', 1]],
  supportService: [['organisationManager', 1], ['supportAdviser', 4]],
  employerService: [['organisationManager', 1], ['employerOfficer', 3]],
  commune: [['organisationManager', 1], ['communeOfficial', 2]],
  landlord: [['organisationManager', 1], ['landlordOfficer', 2]],
  association: [['organisationManager', 1], ['associationWorker', 3]],
  stateService: [['stateObserver', 2], ['committeeMember', 1]],
};

/** Who acted in a role for an organisation at a moment. */
export const activeAt = (accounts: readonly DemoAccount[], at: Date): DemoAccount[] => accounts.filter(({ since, until }) => since < at && (until === null || at < until));

export const sessionOf = (stage: Stage, clock: Clock, account: DemoAccount): Session =>
  acting(stage, clock, account.role, { accountId: account.id, organisationId: account.organisation.id, commune: account.organisation.commune });

export const fullName = ({ given, family }: Name): string => `${given} ${family}`;

/** Somebody who begins for an organisation. Who gives the role is known when the act is played. */
export function joining(stage: Stage, random: Random, given: { organisation: DemoOrganisation; role: Role; since: Date; giver: () => DemoAccount | undefined; person?: Pick<DemoAccount, 'name' | 'email'> }): { account: DemoAccount; act: Act } {
  const { organisation, role, since, giver } = given;
  const name = given.person?.name ?? inventedName(random);
  const account: DemoAccount = { id: '', membershipId: '', name, email: given.person?.email ?? stage.addressOf(name, organisation.domain), role, organisation, since, until: null };
  const act: Act = {
    at: since,
    run: async (clock) => {
      const by = giver();
      const session = by ? sessionOf(stage, clock, by) : acting(stage, clock, 'territoryAdmin', {});
      const joined = must(await joinDemonstration(session, { organisationId: organisation.id, role, email: account.email, name: fullName(name) }));
      Object.assign(account, { id: joined.accountId, membershipId: joined.membershipId });
    },
  };
  return { account, act };
}

/** Accounts of the convention's organisations: most since the beginning, some who came or left on the way. */
export function planAccounts(stage: Stage, organisations: readonly DemoOrganisation[]): { acts: Act[]; accounts: DemoAccount[] } {
  const random = stage.random.branch('accounts');
  const accounts: DemoAccount[] = [];
  const acts: Act[] = [];
  // The first of all is the administrator, who lets the others in.
  const join = (organisation: DemoOrganisation, role: Role, since: Date, person?: DemoAccount): DemoAccount => {
    const admin = accounts[0];
    const joined = joining(stage, random, { organisation, role, since, giver: () => admin, ...(person ? { person } : {}) });
    accounts.push(joined.account);
    acts.push(joined.act);
    return joined.account;
  };
  for (const organisation of organisations) {
    for (const [role, count] of teams[organisation.kind] ?? []) {
      for (let rank = 1; rank <= count; rank += 1) {
        const late = rank === count && count > 2;
        join(organisation, role, daysAgo(stage, accounts.length === 0 ? 363 : late ? random.whole(60, 200) : random.whole(356, 361), random));
      }
    }
  }
  const first = (kind: OrganisationKind, role: Role): DemoAccount => {
    const found = accounts.find((account) => account.organisation.kind === kind && account.role === role);
    if (!found) throw new Error(`nobody is ${role} of ${kind}`);
    return found;
  };

  // One person acts for two organisations.
  const shared = first('metropole', 'employerOfficer');
  join(first('employerService', 'employerOfficer').organisation, 'employerOfficer', daysAgo(stage, 300, random), shared);

  // One adviser has left: her access ended that day.
  const leaver = first('lettingService', 'lettingAdviser');
  const manager = first('lettingService', 'organisationManager');
  const leftOn = daysAgo(stage, 75, random);
  leaver.until = leftOn;
  acts.push({ at: leftOn, run: async (clock) => must(await endMembership(sessionOf(stage, clock, manager), { organisationId: leaver.organisation.id, id: leaver.membershipId })) });

  // One invitation waits; another was never taken up.
  for (const [inviter, role, days] of [[manager, 'lettingAdviser', 2], [first('landlord', 'organisationManager'), 'landlordOfficer', 40]] as const) {
    const email = stage.addressOf(inventedName(random), inviter.organisation.domain);
    acts.push({
      at: noSooner(daysAgo(stage, days, random), inviter.since),
      run: async (clock) => must(await inviteMember(sessionOf(stage, clock, inviter), { organisationId: inviter.organisation.id, email, role, origin: stage.origin })),
    });
  }
  return { acts, accounts };
}
