import { describe, expect, test } from 'vitest';
import { uncovered } from '../cas/coverage.ts';
import { caseTables, failures } from '../cas/run.ts';
import { createEngine, loadRules } from 'regles-logement';

const engine = createEngine();
const tables = caseTables();

describe('case tables', { timeout: 60_000 }, () => {
  test.each(tables.map((table) => [table.file, table] as const))('%s', (_, table) => {
    expect([...failures(engine, table)]).toEqual([]);
  });

  test('each aid and each parameter through time has its cases', () => {
    expect(uncovered(loadRules(), tables)).toEqual([]);
    expect(uncovered(loadRules(), tables.filter(({ file }) => file !== 'visale.yaml')).map(({ message }) => message)).toContain('visale . éligible: no case of cas/ says what it answers');
  });
});
