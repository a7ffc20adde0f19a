import { defineConfig } from 'oxlint';

/** The areas in the order in which they may know each other: each imports only what stands before it. */
const areas = ['territory', 'parties', 'indicators', 'observatory', 'aids', 'needs', 'supply', 'journeys', 'outreach', 'matching', 'steering', 'publishing'];
const doors = ['web', 'api', 'cli'];
const packages = ['columnar-publicodes', 'regles-logement', 'statistical-secrecy'];

/** Any path into one of `names`; an area's own files import each other as `./…` and never match. */
const into = (names: readonly string[]): string[] => names.flatMap((name) => [`**/${name}`, `**/${name}/**`]);
const deepInto = (names: readonly string[]): string[] => [...into(names), ...names.map((name) => `!**/${name}/index.ts`)];

type Pattern = { message: string; allowTypeImports?: boolean } & ({ group: string[] } | { regex: string });
const byName: Pattern = { regex: `^\\..*/(?:packages|${packages.join('|')})/`, message: 'A package is entered by name, through what it exports.' };
const restricted = (patterns: Pattern[]) => ({ 'no-restricted-imports': ['error', { patterns: [...patterns, byName] }] as ['error', { patterns: Pattern[] }] });
/** What the files of a room may not import, and what its rules may not beside. */
const room = (files: string[], patterns: Pattern[]) => [
  { files, rules: restricted(patterns) },
  { files: files.flatMap((pattern) => (pattern.endsWith('**') ? [`${pattern}/*.rules.ts`] : [])), rules: restricted([...patterns, noService]) },
];

const noApp: Pattern = { group: into(['src', 'demo', 'bootstrap']), message: 'A package stands alone: it knows nothing of the app.' };
/** Every package but its own, and what else it may use. */
const but = (...known: string[]): Pattern => ({ regex: `^(?:${packages.filter((one) => !known.includes(one)).join('|')})(?:/|$)`, message: 'A package stands alone: only the rules’ checks use another, the compiler.' });
const noDoor: Pattern = { group: into([...doors, 'demo']), message: 'Arrows go doors → areas → platform → packages: nothing imports a door.' };
const noTooling = { group: ['**/bootstrap/**', '**/scripts/**'], message: 'The app runs without what sets it up and checks it.' };
/** `except`: what a part of the app shares with set-up. */
const noToolingBut = (...except: string[]): Pattern => ({ ...noTooling, group: [...noTooling.group, ...except.map((name) => `!**/bootstrap/${name}.mjs`)] });
const intoAreas: Pattern = { group: deepInto(areas), message: 'Doors enter an area through its index.ts.' };
const noService: Pattern = { group: ['**/*.service.ts', '**/*.store.ts'], allowTypeImports: true, message: 'A rule is pure: it runs nothing of a service nor of a store.' };
const noComposition: Pattern = { group: ['**/composition.ts'], message: 'Only doors read the composition.' };

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'promise'],
  categories: { correctness: 'error' },
  ignorePatterns: ['build/**', '.react-router/**', 'data/**', 'src/platform/database/types.generated.ts', 'test/planted/**'],
  options: { typeAware: true },
  rules: {
    'import/no-cycle': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'unicorn/no-array-sort': 'error',
    // Wide tables scroll inside a named region that the keyboard reaches.
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
  },
  overrides: [
    {
      // `import('…').Type` would pass under the arrows below, which see statements and calls only.
      files: ['packages/**', 'src/**', 'demo/**'],
      rules: { 'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: true }], 'typescript/no-require-imports': 'error' },
    },
    ...packages.map((one) => ({ files: [`packages/${one}/**`], rules: restricted([noApp, but(one)]) })),
    {
      // They compare the compiler with the interpreter.
      files: ['cas', 'fuzz', 'scripts', 'test'].map((checks) => `packages/regles-logement/${checks}/**`),
      rules: restricted([noApp, but('regles-logement', 'columnar-publicodes')]),
    },
    // Set-up and server take turns by the same lock.
    ...room(['src/platform/**'], [noToolingBut('lock', 'owner'), noDoor, noComposition, { group: into(areas), message: 'The platform knows no area of the trade.' }]),
    ...areas.flatMap((area, at) => room([`src/${area}/**`], [
      noTooling,
      noDoor,
      noComposition,
      ...(at + 1 < areas.length ? [{ group: into(areas.slice(at + 1)), message: `${area} may import only areas before it; news travels upwards as events wired in composition.ts.` }] : []),
      ...(at > 0 ? [{ group: deepInto(areas.slice(0, at)), message: 'Areas know each other through index.ts only.' }] : []),
    ])),
    // `ancrage start` builds stale pages first.
    ...room(['src/cli/**', 'demo/**'], [noToolingBut('build'), intoAreas]),
    ...room(['src/composition.ts', 'src/web/**', 'src/api/**'], [noToolingBut('build'), intoAreas, { group: into(['demo']), message: 'Only the command line makes the demonstration: nothing outside it depends on it.' }]),
  ],
});
