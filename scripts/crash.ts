import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { crashRounds } from '../test/crash/rounds.ts';
import { scratchFolder } from '../test/crash/scratch.ts';

// `npm run test:crash`: kills in the middle of writing; no acknowledged write may be missing afterwards.

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' } } });
const scratch = scratchFolder();
let passed = 0;
let failed = 0;
try {
  await crashRounds({
    rounds: Number(values.rounds),
    dataFolder: scratch.folder,
    projectRoot: resolve(import.meta.dirname, '..'),
    onRound: ({ number, killed, acknowledged, lost, restartMs }) => {
      if (lost === 0) passed++;
      else failed++;
      process.stdout.write(`round ${number}: kill -9 of the ${killed}, ${acknowledged} acknowledged writes, ${lost} lost, restarted in ${restartMs} ms\n`);
    },
  });
} catch (error) {
  failed++;
  process.stdout.write(`${error instanceof Error ? error.stack : String(error)}\n`);
} finally {
  scratch.remove();
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
