import { expect, test, vi } from 'vitest';
import { keepFew } from './keep-few.ts';

/** A maker that writes down what it was asked to make. */
function shelf(limit: number) {
  const asked: string[] = [];
  const get = keepFew(limit, (one: string) => one, async (one) => {
    asked.push(one);
    await Promise.resolve();
    if (one === 'bad' && asked.length === 1) throw new Error('broken');
    return { one };
  });
  return { asked, get };
}

test('the same asked twice at once, then later, is made once', async () => {
  const { asked, get } = shelf(2);
  const [first, second] = await Promise.all([get('a'), get('a')]);
  expect(second).toBe(first);
  expect(await get('a')).toBe(first);
  expect(asked).toEqual(['a']);
});

test('beyond the limit, what nobody has asked for the longest is let go', async () => {
  const { asked, get } = shelf(2);
  for (const one of ['a', 'b', 'a', 'c', 'a', 'b']) await get(one);
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

test('a failure reaches everyone who waits for it, and is not kept', async () => {
  const { asked, get } = shelf(2);
  expect((await Promise.allSettled([get('bad'), get('bad')])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await get('bad')).toEqual({ one: 'bad' });
  expect(asked).toEqual(['bad', 'bad']);
});

test('a failure that is kept is told once, reaches who asks meanwhile, and goes in time', async () => {
  vi.useFakeTimers();
  try {
    const told: unknown[] = [];
    let tries = 0;
    const get = keepFew(2, (one: string) => one, async () => {
      tries += 1;
      await Promise.resolve();
      throw new Error(`broken ${tries}`);
    }, { told: (error) => told.push(error), keptMs: 60_000 });
    await expect(get('bad')).rejects.toThrow('broken 1');
    await vi.advanceTimersByTimeAsync(59_000);
    await expect(get('bad')).rejects.toThrow('broken 1');
    expect([tries, told]).toEqual([1, [new Error('broken 1')]]);
    await vi.advanceTimersByTimeAsync(2_000);
    await expect(get('bad')).rejects.toThrow('broken 2');
    expect(told.length).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});
