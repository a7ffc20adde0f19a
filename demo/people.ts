import { closePerson, createPerson, giveConsent, openPerson, updateHousehold, updatePerson, withdrawConsent, writeNote, type ConsentPurpose } from '../src/parties/index.ts';
import { activeAt, sessionOf, type DemoAccount } from './accounts.ts';
import { inventedMobile, inventedName, type Name } from './names.ts';
import type { Random } from './random.ts';
import { atWork, daysAgo, must, noSooner, someCommune, type Act, type Stage } from './stage.ts';
import { generalNotes, supportNotes, wordings } from './texts.ts';

/** Which services follow people, and how many of a hundred; how many of a hundred files are closed within the year. */
const followers = [
  { kind: 'lettingService', role: 'lettingAdviser', share: 80, closed: 29 },
  { kind: 'association', role: 'associationWorker', share: 15, closed: 29 },
  { kind: 'supportService', role: 'supportAdviser', share: 5, closed: 85 },
] as const;
const ages: readonly (readonly [span: readonly [number, number], weight: number])[] = [[[18, 24], 22], [[25, 34], 36], [[35, 44], 22], [[45, 54], 13], [[55, 66], 7]];
const reasons = [['housed', 60], ['withdrawn', 20], ['unreachable', 14], ['other', 6]] as const;
const noteCounts = [[0, 48], [1, 34], [2, 14], [3, 4]] as const;

/** Those of one organisation who follow people. */
interface Team {
  share: number;
  closed: number;
  advisers: readonly DemoAccount[];
  isSupport: boolean;
}

export interface DemoPerson {
  /** Known once the file is opened. */
  id: string;
  name: Name;
  email: string;
  adviser: DemoAccount;
  team: Team;
  since: Date;
  closesAt: Date | null;
}

/** Persons followed within the year: who they are, and what was done with their files. */
export function planPeople(stage: Stage, accounts: readonly DemoAccount[], count: number): { acts: Act[]; people: DemoPerson[] } {
  const random = stage.random.branch('people');
  const teams = teamsOf(accounts);
  const acts: Act[] = [];
  const people: DemoPerson[] = [];
  for (let rank = 0; rank < count; rank += 1) {
    const person = newcomer(stage, random, random.weighted(teams.map((team) => [team, team.share] as const)));
    // Some live with somebody whom the same service follows already.
    const other = random.chance(0.08) ? people.findLast((one) => one.team === person.team && one.since < person.since) : undefined;
    acts.push(...arrival(stage, random, person, other), ...following(stage, random, person));
    people.push(person);
  }
  return { acts, people };
}

const teamsOf = (accounts: readonly DemoAccount[]): Team[] => followers.flatMap(({ kind, role, share, closed }) => {
  const byOrganisation = Map.groupBy(accounts.filter((account) => account.role === role && account.organisation.kind === kind), ({ organisation }) => organisation);
  return [...byOrganisation.values()].map((advisers): Team => ({ share: share / byOrganisation.size, closed: closed / 100, advisers, isSupport: role === 'supportAdviser' }));
});

function newcomer(stage: Stage, random: Random, team: Team): DemoPerson {
  const since = daysAgo(stage, random.whole(2, 350), random);
  const name = inventedName(random);
  const closesAt = noSooner(daysAgo(stage, random.whole(1, 300), random), since, 20 * 1_440);
  return {
    id: '', name, email: stage.addressOf(name, 'personnes'), adviser: random.pick(activeAt(team.advisers, since)), team, since,
    closesAt: random.chance(team.closed) && closesAt < stage.now ? closesAt : null,
  };
}

/** The adviser of a file or, once she has left, a colleague. */
const followerAt = (random: Random, person: DemoPerson, at: Date): DemoAccount => {
  const there = activeAt(person.team.advisers, at);
  return there.includes(person.adviser) ? person.adviser : random.pick(there);
};

/** The file is opened, and consents are asked the same day. */
function arrival(stage: Stage, random: Random, person: DemoPerson, other: DemoPerson | undefined): Act[] {
  const identity = identityOf(stage, random, person);
  const adults = random.weighted([[1, 58], [2, 40], [3, 2]] as const);
  const children = random.weighted([[0, 52], [1, 20], [2, 18], [3, 8], [4, 2]] as const);
  const acts: Act[] = [{
    at: person.since,
    run: async (clock) => {
      const session = sessionOf(stage, clock, person.adviser);
      const householdId = other && must(await openPerson(session, { id: other.id })).household?.id;
      person.id = must(await createPerson(session, { ...identity, adults, children, householdId: householdId ?? '', demonstration: true })).id;
    },
  }];
  const purposes: readonly (readonly [ConsentPurpose, number])[] = [['contactByPhone', 0.45], [person.team.isSupport ? 'shareWithAssociation' : 'shareWithLandlord', 0.35], ['survey', 0.08]];
  for (const [at, [purpose, share]] of purposes.entries()) {
    if (!random.chance(share)) continue;
    const given = { id: '' };
    const givenAt = noSooner(person.since, person.since, 8 + at);
    acts.push({ at: givenAt, run: async (clock) => { given.id = must(await giveConsent(sessionOf(stage, clock, person.adviser), { personId: person.id, purpose, wording: wordings[purpose] })).id; } });
    const withdrawnAt = noSooner(daysAgo(stage, random.whole(1, 200), random), givenAt, 1_440);
    if (!random.chance(0.05) || withdrawnAt >= stage.now) continue;
    const by = followerAt(random, person, withdrawnAt);
    acts.push({ at: withdrawnAt, run: async (clock) => must(await withdrawConsent(sessionOf(stage, clock, by), { personId: person.id, id: given.id })) });
  }
  return acts;
}

interface Identity {
  givenName: string;
  familyName: string;
  birthDate: string;
  email: string;
  phone: string;
  commune: string;
  language: string;
}

function identityOf(stage: Stage, random: Random, { name, email }: DemoPerson): Identity {
  const [youngest, oldest] = random.weighted(ages);
  const born = new Date(Date.UTC(stage.now.getUTCFullYear() - 1 - random.whole(youngest, oldest), random.whole(0, 11), random.whole(1, 28)));
  return {
    givenName: name.given, familyName: name.family, birthDate: born.toISOString().slice(0, 10), commune: someCommune(stage, random),
    email: random.chance(0.88) ? email : '', phone: random.chance(0.92) ? inventedMobile(random) : '', language: random.weighted([['fr', 88], ['en', 8], ['de', 4]] as const),
  };
}

/** Notes, corrections and, for some, the end: each in its time, none after the file is closed. */
function following(stage: Stage, random: Random, person: DemoPerson): Act[] {
  const acts: Act[] = [];
  const openUntil = person.closesAt ?? stage.now;
  const lasting = openUntil.getTime() - person.since.getTime();
  const moment = (): Date => noSooner(atWork(new Date(person.since.getTime() + lasting * random.fraction() * 0.95), random), person.since, 30);
  const act = (at: Date, run: (session: ReturnType<typeof sessionOf>) => Promise<unknown>): void => {
    const by = followerAt(random, person, at);
    if (at < openUntil) acts.push({ at, run: (clock) => run(sessionOf(stage, clock, by)) });
  };

  for (let left = random.weighted(noteCounts) + (person.team.isSupport ? 1 : 0); left > 0; left -= 1) {
    const compartment = person.team.isSupport && random.chance(0.75) ? 'socialSupport' : '';
    const text = random.pick(compartment ? supportNotes : generalNotes);
    act(moment(), async (session) => must(await writeNote(session, { personId: person.id, text, compartment })));
  }
  if (random.chance(0.03)) {
    const counts = { adults: random.whole(1, 2), children: random.whole(0, 3) };
    act(moment(), async (session) => must(await updateHousehold(session, { personId: person.id, ...counts })));
  }
  if (random.chance(0.04)) {
    const phone = inventedMobile(random);
    act(moment(), async (session) => {
      const { givenName, familyName, birthDate, email, commune, language } = must(await openPerson(session, { id: person.id })).person;
      must(await updatePerson(session, { id: person.id, givenName, familyName, birthDate, email, commune, language, phone }));
    });
  }
  if (person.closesAt) {
    const reason = random.weighted(reasons);
    const by = followerAt(random, person, person.closesAt);
    acts.push({ at: person.closesAt, run: async (clock) => must(await closePerson(sessionOf(stage, clock, by), { id: person.id, reason })) });
  }
  return acts;
}
