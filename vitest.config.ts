import { defineConfig } from 'vitest/config';

/** Three suites side by side: pure rules (no database), the rest on a real PostgreSQL, journeys in Chromium; then what is measured by the clock, alone. */
export default defineConfig({
  test: {
    // Much of the time is spent waiting for the database, the browser or a clock: one more than the two cores.
    maxWorkers: 3,
    // As the program is launched (bootstrap/launch.mjs): without it a worker that compiles rules takes gigabytes.
    pool: 'forks',
    execArgv: ['--no-maglev'],
    projects: [
      { test: { name: 'rules', include: ['packages/**/*.rules.test.ts', 'src/**/*.rules.test.ts', 'src/**/*.text.test.ts', 'src/platform/i18n/**/*.test.ts', 'test/rules/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'services',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['src/**/*.rules.test.ts', 'src/**/*.text.test.ts', 'src/platform/i18n/**/*.test.ts', 'test/rules/**', '**/*.alone.test.ts', 'node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'e2e', include: ['e2e/**/*.e2e.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'alone', include: ['**/*.alone.test.ts'], exclude: ['node_modules/**'], testTimeout: 60_000, hookTimeout: 60_000, sequence: { groupOrder: 1 } } },
    ],
  },
});
