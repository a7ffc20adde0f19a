import { addContact, checkContact, closeEstablishment, createOrganisation, moveEstablishment, openEstablishment, optOutContact } from '../src/parties/index.ts';
import { activeAt, fullName, joining, sessionOf, type DemoAccount } from './accounts.ts';
import { inventedAddress, inventedFirms, inventedLandline, inventedName } from './names.ts';
import type { DemoOrganisation } from './organisations.ts';
import type { Random } from './random.ts';
import { fictitiousSiren, fictitiousSiret } from './siren.ts';
import { dayOf, daysAgo, must, noSooner, someCommune, type Act, type Stage } from './stage.ts';

const firms = 60;
const withAccount = 12;
/** How many establishments a firm has: most have one, a few spread over the territory. */
const sizes = [[1, 34], [2, 12], [3, 7], [4, 4], [7, 2], [9, 1]] as const;
const functions = ['Responsable des ressources humaines', 'Direction', 'Assistance de direction', 'Chargé de recrutement', 'Responsable de site', 'Comptabilité'];
const sources = ['Salon de l’emploi', 'Site de l’entreprise', 'Appel de l’entreprise', 'Visite sur place', 'Recommandation d’un partenaire'];

interface Employer extends DemoOrganisation {
  siren: string;
  officer: DemoAccount;
  knownSince: Date;
}

/** Employers met over the year, with their establishments over time, the people to call there, and accounts of some. */
export function planEmployers(stage: Stage, accounts: readonly DemoAccount[]): { acts: Act[]; accounts: DemoAccount[]; employers: number } {
  const random = stage.random.branch('employers');
  const officers = accounts.filter(({ role }) => role === 'employerOfficer');
  const acts: Act[] = [];
  const managers: DemoAccount[] = [];
  for (const [at, name] of inventedFirms(random, firms).entries()) {
    const knownSince = daysAgo(stage, at < withAccount ? random.whole(300, 354) : random.whole(20, 354), random);
    const employer: Employer = {
      id: '', kind: 'employer', name, commune: null, domain: name, siren: fictitiousSiren(at + 1), officer: random.pick(activeAt(officers, knownSince)), knownSince,
    };
    acts.push(
      { at: knownSince, run: async (clock) => { employer.id = must(await createOrganisation(sessionOf(stage, clock, employer.officer), { kind: 'employer', name, siren: employer.siren, commune: '', demonstration: true })).id; } },
      ...establishments(stage, random, employer), ...contacts(stage, random, employer),
    );
    if (at < withAccount) {
      const admin = accounts[0];
      const joined = joining(stage, random, { organisation: employer, role: at === 0 ? 'organisationManager' : 'hrManager', since: noSooner(daysAgo(stage, random.whole(200, 299), random), knownSince), giver: () => admin });
      managers.push(joined.account);
      acts.push(joined.act);
    }
  }
  return { acts, accounts: managers, employers: firms };
}

/** Those that stood when the firm was met, then what opened, moved or closed since. */
function establishments(stage: Stage, random: Random, employer: Employer): Act[] {
  const { siren, officer, knownSince } = employer;
  const acts: Act[] = [];
  const count = random.weighted(sizes);
  let order = 0;
  const open = (openedAt: Date | string, recordedAt: Date): { id: string } => {
    const place = { id: '' };
    order += 1;
    const [siret, commune, address] = [fictitiousSiret(siren, order), someCommune(stage, random), inventedAddress(random)];
    const openedOn = typeof openedAt === 'string' ? openedAt : dayOf(openedAt);
    acts.push({ at: recordedAt, run: async (clock) => { place.id = must(await openEstablishment(sessionOf(stage, clock, officer), { organisationId: employer.id, siret, commune, address, openedOn })).id; } });
    return place;
  };
  const longAgo = (): string => `${stage.now.getUTCFullYear() - random.whole(2, 35)}-${String(random.whole(1, 12)).padStart(2, '0')}-01`;
  const standing = Array.from({ length: count }, (_, at) => open(longAgo(), noSooner(knownSince, knownSince, at + 1)));
  const later = (): Date => noSooner(daysAgo(stage, random.whole(3, 300), random), knownSince, 1_500);
  const soon = (at: Date): boolean => at < stage.now;

  const last = standing.at(-1);
  const at = later();
  if (last && soon(at)) {
    const fate = random.weighted([['stays', 70], ['moves', 15], ['closes', 15]] as const);
    if (fate === 'moves') {
      order += 1;
      const [siret, commune, address] = [fictitiousSiret(siren, order), someCommune(stage, random), inventedAddress(random)];
      acts.push({ at, run: async (clock) => must(await moveEstablishment(sessionOf(stage, clock, officer), { organisationId: employer.id, id: last.id, siret, commune, address, movedOn: dayOf(at) })) });
    }
    if (fate === 'closes') acts.push({ at, run: async (clock) => must(await closeEstablishment(sessionOf(stage, clock, officer), { organisationId: employer.id, id: last.id, closedOn: dayOf(at) })) });
  }
  const openedAt = later();
  if (random.chance(0.15) && soon(openedAt)) open(openedAt, openedAt);
  return acts;
}

/** People to call: some known to be right of late, some old, a few who do not want to be called. */
function contacts(stage: Stage, random: Random, employer: Employer): Act[] {
  const { officer, knownSince } = employer;
  return Array.from({ length: random.whole(1, 3) }, (_, rank): Act[] => {
    const contact = { id: '' };
    const name = inventedName(random);
    const at = noSooner(knownSince, knownSince, 20 + rank);
    const oldness = random.weighted([[0, 60], [random.whole(380, 700), 25], [random.whole(740, 1_000), 15]] as const);
    const checkedOn = dayOf(new Date(at.getTime() - oldness * 86_400_000));
    const given = {
      name: fullName(name), function: random.pick(functions), email: stage.addressOf(name, employer.domain), phone: inventedLandline(random), source: random.pick(sources), checkedOn,
    };
    const acts: Act[] = [{ at, run: async (clock) => { contact.id = must(await addContact(sessionOf(stage, clock, officer), { organisationId: employer.id, ...given })).id; } }];
    const next = noSooner(daysAgo(stage, random.whole(2, 200), random), at, 1_500);
    const then = random.weighted([['nothing', 65], ['checked', 28], ['optsOut', 7]] as const);
    if (next < stage.now && then === 'checked') acts.push({ at: next, run: async (clock) => must(await checkContact(sessionOf(stage, clock, officer), { organisationId: employer.id, id: contact.id })) });
    if (next < stage.now && then === 'optsOut') acts.push({ at: next, run: async (clock) => must(await optOutContact(sessionOf(stage, clock, officer), { organisationId: employer.id, id: contact.id })) });
    return acts;
  }).flat();
}
