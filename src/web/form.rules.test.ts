import { expect, test } from 'vitest';
import { readFormLists } from './form.ts';

const sent = (fields: readonly (readonly [name: string, value: string])[]): Promise<Awaited<ReturnType<typeof readFormLists>>> =>
  readFormLists(new Request('http://127.0.0.1/', { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) }));

test('a field keeps its values in order, each once; an absent one has none', async () => {
  const read = await sent([['a', '1'], ['b', '2'], ['a', '3'], ['a', '1']]);
  if (!read.ok) throw new Error(read.error.code);
  expect([read.value('a'), read.value('b'), read.value('c')]).toEqual([['1', '3'], ['2'], []]);
});

test('three hundred fields are read, one more is refused', async () => {
  const fields = (count: number): [string, string][] => Array.from({ length: count }, (_, at) => ['demande', String(at)]);
  expect((await sent(fields(300))).ok).toBe(true);
  expect(await sent(fields(301))).toEqual({ ok: false, error: { code: 'form.tooManyFields' } });
});

test('as long a body as the house takes is refused at once', async () => {
  const started = performance.now();
  expect((await sent(Array.from({ length: 30_000 }, () => ['demande', '']))).ok).toBe(false);
  expect(performance.now() - started).toBeLessThan(3_000);
});
