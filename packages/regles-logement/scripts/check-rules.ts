/** `npm run check:rules`: every parameter has its source, day and confidence, every file its shape, every public word its translations, every value its case. */
import { uncovered } from '../cas/coverage.ts';
import { caseTables } from '../cas/run.ts';
import { checkRules, readRules } from 'regles-logement';

const at = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const read = readRules();
const { problems: found, stale, cited, parameters } = checkRules(read, at);
const problems = [...found, ...uncovered(read.rules, caseTables())];

for (const { file, line, message } of problems) console.error(`${file}:${line} ${message}`);
console.log(`${parameters} values of parameters, ${cited.length} sources cited, ${problems.length} problems.`);
console.log(stale.length === 0 ? 'All were checked within twelve months.' : 'Not checked for twelve months:');
for (const { rule, from, checkedOn, file, line } of stale) console.log(`${file}:${line} ${rule}, value of ${from}, checked on ${checkedOn}`);

const MINIMUM_SOURCES = 25;
if (cited.length < MINIMUM_SOURCES) console.error(`Only ${cited.length} sources: ${MINIMUM_SOURCES} at least.`);
process.exitCode = problems.length > 0 || cited.length < MINIMUM_SOURCES ? 1 : 0;
