import { makePrivacyRequest, openDemonstrationSpace, openPerson } from '../src/parties/index.ts';
import { activeAt, fullName, sessionOf } from './accounts.ts';
import type { DemoPerson } from './people.ts';
import { acting, daysAgo, must, noSooner, type Act, type Stage } from './stage.ts';

const spaces = 4;
const requests = ['access', 'rectification'] as const;

/** Employees who see their own file, who opened it, and what they asked about their data. */
export function planOwnSpaces(stage: Stage, people: readonly DemoPerson[]): { acts: Act[]; accounts: number } {
  const random = stage.random.branch('own-spaces');
  const holders = people.filter(({ team, closesAt, since }) => !team.isSupport && !closesAt && stage.now.getTime() - since.getTime() > 60 * 86_400_000).slice(0, spaces);
  const acts = holders.flatMap((person, rank): Act[] => {
    const account = { id: '' };
    const opensAt = noSooner(person.since, person.since, 3 * 1_440);
    const adviser = activeAt(person.team.advisers, opensAt).at(rank) ?? person.adviser;
    const planned: Act[] = [{
      at: opensAt,
      run: async (clock) => { account.id = must(await openDemonstrationSpace(sessionOf(stage, clock, adviser), { personId: person.id, email: person.email, name: fullName(person.name) })).accountId; },
    }];
    for (const days of [50, 21, 6]) {
      const at = noSooner(daysAgo(stage, days, random), opensAt);
      const by = random.pick(activeAt(person.team.advisers, at));
      planned.push({ at, run: async (clock) => must(await openPerson(sessionOf(stage, clock, by), { id: person.id })) });
    }
    const kind = requests[rank];
    if (kind) {
      const at = noSooner(daysAgo(stage, 12 - 5 * rank, random), opensAt);
      planned.push({ at, run: async (clock) => must(await makePrivacyRequest(acting(stage, clock, 'employee', { accountId: account.id, personId: person.id }), { kind })) });
    }
    return planned;
  });
  return { acts, accounts: holders.length };
}
