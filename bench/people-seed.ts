import { sql } from 'kysely';
import type { Db } from '../src/platform/database/database.ts';
import { plainName } from '../src/parties/search-text.rules.ts';

/** Frequent names of the territory and around; a tail of rarer ones is made of syllables. All are invented persons. */
const families = [
  'Martin', 'Bernard', 'Thomas', 'Petit', 'Robert', 'Richard', 'Durand', 'Dubois', 'Moreau', 'Laurent', 'Simon', 'Michel', 'Lefèvre', 'Leroy', 'Roux', 'David', 'Bertrand', 'Morel', 'Fournier', 'Girard',
  'Bonnet', 'Dupont', 'Lambert', 'Fontaine', 'Rousseau', 'Vincent', 'Müller', 'Lefèbvre', 'Faure', 'André', 'Mercier', 'Blanc', 'Guérin', 'Boyer', 'Garnier', 'Chevalier', 'François', 'Legrand', 'Gauthier', 'Garcia',
  'Perrin', 'Robin', 'Clément', 'Morin', 'Nicolas', 'Henry', 'Roussel', 'Mathieu', 'Gautier', 'Masson', 'Marchand', 'Duval', 'Denis', 'Dumont', 'Marie', 'Lemaire', 'Noël', 'Meyer', 'Dufour', 'Meunier',
  'Brun', 'Blanchard', 'Giraud', 'Joly', 'Rivière', 'Lucas', 'Brunet', 'Gaillard', 'Barbier', 'Arnaud', 'Schmitt', 'Weber', 'Klein', 'Schneider', 'Kieffer', 'Benali', 'Haddad', 'Traoré', 'Diallo', 'N’Diaye',
  'Nguyen', 'Ferreira', 'Da Silva', 'Kowalski', 'Nowak', 'Rossi', 'D’Angelo', 'Le Goff', 'Saint-Martin', 'Lebœuf',
];
const given = [
  'Marie', 'Jean', 'Pierre', 'Michel', 'André', 'Philippe', 'Nathalie', 'Isabelle', 'Alain', 'Sylvie', 'Catherine', 'Françoise', 'Éric', 'Frédéric', 'Zoé', 'Léa', 'Chloé', 'Manon', 'Camille', 'Sarah',
  'Inès', 'Mohamed', 'Fatima', 'Karim', 'Aïcha', 'Mickaël', 'Jérôme', 'Rémi', 'Hélène', 'Cécile', 'Émilie', 'Amélie', 'Aurélie', 'Benoît', 'Clément', 'Élodie', 'Gaëlle', 'Joël', 'José', 'Lucie',
  'Mathilde', 'Noémie', 'Océane', 'Pauline', 'Quentin', 'Raphaël', 'Théo', 'Valérie', 'Yann', 'Jean-Pierre', 'Anne-Sophie', 'Marie-Hélène',
];
const starts = ['Bar', 'Cha', 'Del', 'Ber', 'Gui', 'Hau', 'Lan', 'Mon', 'Per', 'Ri', 'Sau', 'Thi', 'Val', 'Wa', 'Zim', 'Bou', 'Cor', 'Fri', 'Gros', 'Hen', 'Jac', 'Kel', 'Mar', 'Nau', 'Pou', 'Ro', 'Schu', 'Ta', 'Vau', 'Le'];
const middles = ['be', 'cha', 'de', 'fri', 'gue', 'li', 'ma', 'ni', 'que', 're', 'si', 'te', 'ver', 'mi', 'lo', 'bi', 'cou', 'dri', 'ge', 'ho'];
const ends = ['rt', 'lle', 'nd', 'ault', 'eau', 'in', 'ot', 'et', 'ier', 'on', 'ard', 'er', 'mann', 'ski', 'oux', 'ez', 'ert', 'ois', 'ac', 'ut'];
const rare = starts.flatMap((start) => middles.flatMap((middle) => ends.map((end) => start + middle + end)));

export interface Seeded {
  letting: string;
  metropole: string;
  /** Accounts of demonstration: they enter without a password. */
  adviser: string;
  officer: string;
}

/**
 * A territory with `count` persons, six in ten at one letting service, as they are in truth; one in five closed. Half of
 * them bear one of the frequent names.
 */
export async function seedPersons(owner: Db, count: number, territory: string): Promise<Seeded> {
  const names = (list: readonly string[]) => sql`unnest(${sql.val(list)}::text[], ${sql.val(list.map(plainName))}::text[]) with ordinality as n (name, plain, at)`;
  const organisation = async (kind: string, name: string): Promise<string> =>
    (await owner.insertInto('party.organisation').values({ territory, kind, name, search: plainName(name), created_at: new Date() }).returning('id').executeTakeFirstOrThrow()).id;
  const [metropole, letting, support, association] = [
    await organisation('metropole', 'Métropole'), await organisation('lettingService', 'Service locatif'), await organisation('supportService', 'Accompagnement social'), await organisation('association', 'Association'),
  ];
  const account = async (role: string, organisationId: string): Promise<string> => {
    const { id } = await owner.insertInto('identity.account').values({ territory, email: `${role.toLowerCase()}@exemple.fr`, name: role, created_at: new Date(), demonstration: true }).returning('id').executeTakeFirstOrThrow();
    await owner.insertInto('party.membership').values({ territory, account_id: id, organisation_id: organisationId, role, since: new Date() }).execute();
    return id;
  };
  await sql`create table party.bench_family as select * from ${names([...families, ...rare])}`.execute(owner);
  await sql`create table party.bench_given as select * from ${names(given)}`.execute(owner);
  await sql`select setseed(0.42)`.execute(owner);
  await sql`
    insert into party.person (territory, custodian_id, given_name, family_name, search, email, commune, created_at, last_contact_on, closed_on)
    select ${territory}, (case when place < 0.6 then ${letting} when place < 0.8 then ${support} else ${association} end)::uuid,
      g.name, f.name, f.plain || ' ' || g.plain, 'personne' || n || '@exemple.fr', '57463', now() - n * interval '1 minute', '2026-01-01', case when n % 5 = 0 then date '2026-06-01' end
    from (select n, random() as place, random() as common, random() as family, random() as given from generate_series(1, ${count}) n) p
    join party.bench_family f on f.at = 1 + (case when common < 0.5 then floor(family * family * ${families.length}) else floor(${families.length} + family * ${rare.length}) end)::int
    join party.bench_given g on g.at = 1 + floor(given * ${given.length})::int
  `.execute(owner);
  await sql`drop table party.bench_family, party.bench_given`.execute(owner);
  await sql`vacuum (analyze) party.person`.execute(owner);
  const [adviser, officer] = [await account('lettingAdviser', letting), await account('dataProtectionOfficer', metropole)];
  // A trace as it stands after some months: each second file was opened once.
  await sql`
    insert into audit.entry (territory, at, account_id, role, organisation_id, type, subject_kind, subject_id, person_id, details)
    select ${territory}, now(), ${adviser}::uuid, 'lettingAdviser', ${letting}::uuid, 'person.opened', 'person', p.id::text, p.id, '{}' from party.person p where random() < 0.5`.execute(owner);
  await sql`analyze audit.entry, identity.account, party.membership, party.organisation`.execute(owner);
  return { letting, metropole, adviser, officer };
}
