import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a line of the log never steers the terminal that shows it', () => {
  const script = `const { openLog } = await import(${JSON.stringify(join(import.meta.dirname, 'log.ts'))}); openLog('info').info({ path: '/\\u009b31m\\u202e\\u001b[2J' }, 'request');`;
  const { stderr, stdout } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(stderr).toContain('"path":"/\\u009b31m\\u202e\\u001b[2J"');
  expect(JSON.parse(stderr)).toMatchObject({ path: '/\u009b31m\u202e\u001b[2J', msg: 'request' });
});

test('a database’s failure is logged without the row that failed', () => {
  const script = `const { openLog } = await import(${JSON.stringify(join(import.meta.dirname, 'log.ts'))});
    openLog('info').error({ err: Object.assign(new Error('check violated'), { code: '23514', detail: 'Failing row contains (Zoé, Müller)', where: 'COPY person, line 1: Zoé' }) }, 'page failed');`;
  const { stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stderr).not.toContain('Zoé');
  expect(JSON.parse(stderr)).toMatchObject({ err: { message: 'check violated', code: '23514' }, msg: 'page failed' });
});
