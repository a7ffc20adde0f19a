import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { closePerson, findPersons, listPersons, updatePerson } from '../../src/parties/index.ts';
import type { Session } from '../../src/platform/use-case.ts';
import { openStage, type Stage } from './fixture.ts';

let stage: Stage;
let adviser: Session;
let other: Session;
const ids = new Map<string, string>();

const people = [
  ['Müller', 'Zoé'], ['Dupont', 'Jean'], ['Dupont', 'Jean-Pierre'], ['Durand', 'Émilie'], ['D’Angelo', 'Inès'], ['Le Goff', 'Maël'], ['Martin', 'Marie'], ['Martineau', 'Marie'], ['Nguyen', 'Léa'], ['N’Diaye', 'Aïcha'],
] as const;

beforeAll(async () => {
  stage = await openStage();
  adviser = await stage.acting('lettingAdviser', await stage.organisation('lettingService', 'Service locatif'));
  other = await stage.acting('associationWorker', await stage.organisation('association', 'Association'));
  for (const [familyName, givenName] of people) ids.set(`${familyName} ${givenName}`, await stage.person(adviser, { familyName, givenName }));
  await stage.person(other, { familyName: 'Dupont', givenName: 'Secret' });
});
afterAll(() => stage.close());

const found = async (words: string, session = adviser): Promise<string[]> => {
  const answer = await findPersons(session, { words });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.persons.map((person) => `${person.familyName} ${person.givenName}`);
};

describe('search', () => {
  test.each([
    ['an exact name', 'Dupont Jean', 'Dupont Jean'],
    ['the given name first', 'jean dupont', 'Dupont Jean'],
    ['no accents, capitals', 'MULLER ZOE', 'Müller Zoé'],
    ['accents where there are none', 'Dùpônt Jéan', 'Dupont Jean'],
    ['an apostrophe forgotten', 'd angelo', 'D’Angelo Inès'],
    ['a name in two words, given first', 'mael le goff', 'Le Goff Maël'],
    ['the start of a name', 'ngu', 'Nguyen Léa'],
    ['one letter too few', 'muler', 'Müller Zoé'],
    ['one letter too many', 'nguyenn', 'Nguyen Léa'],
    ['one letter for another', 'dupond jean', 'Dupont Jean'],
    ['two letters exchanged', 'dupnot jean', 'Dupont Jean'],
    ['a typing error in each word', 'martn maire', 'Martin Marie'],
  ])('%s: « %s » finds %s first', async (_, words, expected) => {
    expect((await found(words))[0]).toBe(expected);
  });

  test('nearest first: the exact name before the one that begins with it', async () => {
    expect(await found('martin')).toEqual(['Martin Marie', 'Martineau Marie']);
    expect((await found('dupont')).toSorted()).toEqual(['Dupont Jean', 'Dupont Jean-Pierre']);
  });

  test('signs of patterns are letters like any other, and an empty search says so', async () => {
    expect(await found('x%')).toEqual([]);
    expect(await found("'; drop table party.person; --")).toEqual([]);
    expect(await findPersons(adviser, { words: ' %_ ' })).toEqual({ ok: false, error: { code: 'person.noWords' } });
    expect(await findPersons(adviser, { words: '' })).toEqual({ ok: false, error: { code: 'input.invalid', fields: { words: 'required' } } });
  });

  test('another organisation finds its own only', async () => {
    expect(await found('dupont', other)).toEqual(['Dupont Secret']);
    expect(await found('muller', other)).toEqual([]);
  });

  test('a corrected name is found by the new one; the former leaves the words, unless somebody else bears it', async () => {
    const words = async () => (await sql<{ word: string }>`select word from party.name_word`.execute(stage.owner)).rows.map((row) => row.word);
    const id = await stage.person(adviser, { familyName: 'Zyxwvu', givenName: 'Marie' });
    expect(await words()).toContain('zyxwvu');
    await updatePerson(adviser, { id, familyName: 'Tsrqpo', givenName: 'Marie' });
    expect(await found('tsrqpo')).toEqual(['Tsrqpo Marie']);
    expect(await words()).not.toContain('zyxwvu');
    expect(await words()).toContain('marie');
    // As retention does it: the name goes, and leaves no word behind.
    await stage.owner.updateTable('party.person').set({ search: '', family_name: '', given_name: '', erased_at: new Date() }).where('id', '=', id).execute();
    expect(await words()).not.toContain('tsrqpo');
    expect(await found('tsrqpo')).toEqual([]);
  });

  test('the app’s own role reads no word of the list', async () => {
    expect((await sql`select word from party.name_word`.execute(stage.database.db)).rows).toEqual([]);
  });
});

describe('the list', () => {
  test('goes page by page in the order of names, forth and back, without losing or repeating anybody', async () => {
    const reader = await stage.acting('supportAdviser', await stage.organisation('supportService', 'Accompagnement'));
    const names = ['Adam', 'Étienne', 'éluard', 'Zola', 'Meyer', 'Meyer', 'Meyer', 'Le Goff', 'Legoff', 'Ça'];
    for (const familyName of names) await stage.person(reader, { familyName });
    const page = async (from: object) => {
      const answer = await listPersons(reader, { most: 3, ...from });
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.value;
    };
    const forth = [await page({})];
    for (let after = forth[0]?.after; after; after = forth.at(-1)?.after) forth.push(await page({ after }));
    expect(forth.map((one) => one.persons.map((person) => person.familyName))).toEqual([['Adam', 'Ça', 'éluard'], ['Étienne', 'Le Goff', 'Legoff'], ['Meyer', 'Meyer', 'Meyer'], ['Zola']]);
    expect(forth.map((one) => [one.before !== null, one.after !== null])).toEqual([[false, true], [true, true], [true, true], [true, false]]);
    const back = [await page({ before: forth.at(-1)?.before })];
    while (back[0]?.before) back.unshift(await page({ before: back[0].before }));
    expect(back.map((one) => one.persons.map((person) => person.id))).toEqual(forth.slice(0, 3).map((one) => one.persons.map((person) => person.id)));
    expect(back[0]?.after).not.toBeNull();
  });

  test('shows open files, or closed ones; a place in another’s list leads nowhere', async () => {
    const id = ids.get('Durand Émilie') ?? '';
    await closePerson(adviser, { id, reason: 'housed' });
    const [open, closed] = [await listPersons(adviser, {}), await listPersons(adviser, { state: 'closed' })];
    expect(open.ok && open.value.persons.map((person) => person.id)).not.toContain(id);
    expect(closed.ok && closed.value.persons.map((person) => person.id)).toEqual([id]);
    expect(await found('durand')).toEqual(['Durand Émilie']);
    const lost = await listPersons(other, { after: id });
    expect(lost.ok && lost.value.persons).toEqual([]);
    expect(await listPersons(other, { after: 'x' })).toEqual({ ok: false, error: { code: 'input.invalid', fields: { after: 'unknown' } } });
  });
});
