import { describe, expect, test } from 'vitest';
import { runMechanisms } from './mechanisms.ts';

const folder = process.env.COLUMNAR_MECHANISMS;

describe('the mechanism tests of publicodes', () => {
  test.skipIf(folder === undefined)('compiled = interpreted on every example (COLUMNAR_MECHANISMS=<folder of its .yaml files>)', () => {
    const reports = runMechanisms(folder ?? '');
    for (const { file, examples } of reports) {
      const count = (outcome: string) => examples.filter((example) => example.outcome === outcome).length;
      console.log(`${file}: ${count('pass')} pass, ${count('escaped')} by the interpreter, ${count('refused')} refused, ${count('fail')} fail`);
    }
    const examples = reports.flatMap((report) => report.examples);
    for (const { refusal } of examples) if (refusal) console.log(refusal.message);
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter((example) => example.outcome === 'fail')).toEqual([]);
  });
});
