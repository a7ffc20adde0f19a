import { fuzz } from './fuzz.ts';

/** `[models] [seed] [rows]`: prints counts, shares and the first differences. */
const [models = '300', seed = '1', rows = '12'] = process.argv.slice(2);
const started = performance.now();
const result = fuzz({ seed: Number(seed), models: Number(models), rowsPerModel: Number(rows) });
const { differences, shares, refused, ...counts } = result;
console.log(counts, `${Math.round(performance.now() - started)} ms`, 'differences', differences.length);
console.log('refused', Object.fromEntries([...refused].toSorted((a, b) => b[1] - a[1])));
console.log('live', [...shares].map(([name, { values, live }]) => `${name} ${Math.round((100 * live) / values)} %`).join(', '));
const wrong = Map.groupBy(differences, (difference) => difference.mechanism);
if (wrong.size > 0) console.log('wrong', Object.fromEntries([...wrong].map(([name, list]) => [name, list.length])));
for (const difference of differences.slice(0, 3)) console.log(JSON.stringify(difference, (_, v: unknown) => (v === undefined ? 'UNDEFINED' : v)).replaceAll(/"(?:[nmfpbds]\d)":\{"(?:question|type)[^}]*\},?/g, ''));
