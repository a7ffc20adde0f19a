import { CommanderError } from 'commander';
import { describe, expect, test } from 'vitest';
import { openContext } from './context.ts';
import { usageSentence } from './french.ts';
import { explain } from './messages.ts';
import { nearest } from './near.rules.ts';
import { ancrageProgram } from './program.ts';

/** The sentence for a command line, with a command that has everything that can be wrong. */
async function said(...args: string[]): Promise<string> {
  const program = ancrageProgram(openContext({}).context);
  const probe = program.command('probe').argument('<file>').option('--year <year>').requiredOption('--out <folder>').exitOverride().configureOutput({ outputError: () => {} });
  probe.action(() => {});
  try {
    await program.parseAsync(args, { from: 'user' });
    return '';
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return usageSentence(error);
  }
}

describe('a command line that is not understood', () => {
  test.each([
    [['strat'], 'Commande inconnue : strat. Vouliez-vous dire start ?'],
    [['start', '--jsn'], 'Option inconnue : --jsn. Vouliez-vous dire --json ?'],
    [['start', 'now'], 'Il y a trop d’arguments.'],
    [['probe', '--out', 'x'], 'Il manque un argument : file.'],
    [['probe', 'a'], 'L’option --out <folder> est obligatoire.'],
    [['probe', 'a', '--out', 'x', '--year'], 'L’option --year <year> attend une valeur.'],
  ])('%j', async (args, sentence) => {
    expect(await said(...args)).toBe(sentence);
  });

  test('the help holds no English title', () => {
    expect(ancrageProgram(openContext({}).context).helpInformation()).not.toMatch(/Usage:|Options:|Commands:|display help/);
  });
});

test('failures are one sentence and an exit code', () => {
  expect(explain({ code: 'port.busy', port: 3000 })).toEqual({
    sentence: 'Le port 3000 est déjà occupé : fermez l’autre programme ou choisissez-en un autre avec PORT=3001 npm start',
    exitCode: 3,
  });
  expect(explain({ code: 'database.newer', unknown: ['20991231-x'] }).sentence).toContain('20991231-x');
  expect(explain({ code: 'territory.unknown', asked: 'Mets' }).exitCode).toBe(1);
});

test.each([
  ['Mets', 'Metz Métropole'],
  ['metropole du grand nancy', 'Métropole du Grand Nancy'],
  ['grand nanci', 'Métropole du Grand Nancy'],
  ['20003986', 'Metz Métropole'],
])('who asks for %s may mean %s', (asked, name) => {
  const known = [
    { code: '200039865', name: 'Metz Métropole' }, { code: '245400676', name: 'Métropole du Grand Nancy' }, { code: '246700488', name: 'Eurométropole de Strasbourg' },
  ];
  expect(nearest(asked, known)[0]?.name).toBe(name);
});
