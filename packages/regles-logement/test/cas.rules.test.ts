import { describe, expect, test } from 'vitest';
import { caseTables, failures } from '../cas/run.ts';
import { createEngine } from 'regles-logement';

const engine = createEngine();

describe('case tables', { timeout: 60_000 }, () => {
  test.each(caseTables().map((table) => [table.file, table] as const))('%s', (_, table) => {
    expect([...failures(engine, table)]).toEqual([]);
  });
});
