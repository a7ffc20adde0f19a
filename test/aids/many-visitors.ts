/** Run apart, as the program is launched: explains hundreds of people, then prints the most memory that the process held, in megabytes. */
import { explain, personas } from '../../src/aids/index.ts';

const at = '2026-11-24';
for (let turn = 0; turn < 40; turn++) for (const { facts } of personas(at)) explain({ ...facts, 'personne . âge': 18 + turn }, at);
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
