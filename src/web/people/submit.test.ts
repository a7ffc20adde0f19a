import { expect, test } from 'vitest';
import { noteRefused } from '../analyses/note-answers.ts';
import { serviceProblems } from '../scenarios/form.ts';

const fieldsOf = (problems: readonly { field: string; text: string }[]) => problems.map(({ field, text }) => `${field}: ${text}`);

test('a scenario’s form says each field in its own words, and what several parts have in common once', () => {
  const problems = serviceProblems({ code: 'input.invalid', fields: { 'name': 'tooLong', 'figures.households': 'Invalid input', 'figures.vacancy': 'Invalid input' } });
  expect(fieldsOf(problems)).toEqual([expect.stringMatching(/^nom: Écrivez un nom/), expect.stringMatching(/^nom: Ces valeurs ne vont pas ensemble/)]);
});

test('a note’s form says its own failures; a code without words is never shown', () => {
  expect(fieldsOf(noteRefused({ code: 'analysis.notSubmitted' }, {}).data.problems)).toEqual([expect.stringMatching(/^titre: Proposez d’abord/)]);
  expect(fieldsOf(noteRefused({ code: 'input.invalid', fields: { body: 'unheard of' } }, {}).data.problems)).toEqual(['texte: Remplissez ce champ.']);
  expect(() => noteRefused({ code: 'analysis.newCode' }, {})).toThrow('no words for analysis.newCode');
});

test('a refusal and an absence are pages of their own', () => {
  for (const [refused, status] of [[{ code: 'forbidden' }, 403], [{ code: 'scenario.unknown' }, 404], [{ code: 'input.invalid', fields: { id: 'Invalid UUID' } }, 404]] as const) {
    expect(() => serviceProblems(refused)).toThrow(expect.objectContaining({ init: { status } }) as Error);
  }
});
