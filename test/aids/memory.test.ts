import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

test('hundreds of visitors of the simulator leave the process small', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['bootstrap/run.mjs', 'test/aids/many-visitors.ts'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(Number(stdout)).toBeGreaterThan(50);
  expect(Number(stdout)).toBeLessThan(600);
}, 180_000);
