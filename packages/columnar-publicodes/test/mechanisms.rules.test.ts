import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runMechanisms } from './mechanisms.ts';

/** Our own files, and those of publicodes where their folder is given. */
const folders = [join(import.meta.dirname, 'mechanisms'), process.env.COLUMNAR_MECHANISMS].filter((folder) => folder !== undefined);

describe.each(folders)('the mechanism examples of %s', (folder) => {
  test('compiled = interpreted on every one', () => {
    const reports = runMechanisms(folder);
    for (const { file, examples } of reports) {
      const count = (outcome: string) => examples.filter((example) => example.outcome === outcome).length;
      console.log(`${file}: ${count('pass')} pass, ${count('escaped')} by the interpreter, ${count('refused')} refused, ${count('fail')} fail`);
    }
    const examples = reports.flatMap((report) => report.examples);
    for (const { refusal } of examples) if (refusal) console.log(refusal.message);
    expect(examples.filter((example) => example.outcome === 'pass').length).toBeGreaterThan(0);
    expect(examples.filter((example) => example.outcome === 'fail')).toEqual([]);
  });
});
