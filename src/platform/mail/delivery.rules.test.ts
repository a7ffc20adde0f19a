import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAt, verdictOf } from './delivery.rules.ts';

const now = new Date('2026-11-24T10:00:00Z');
const young = { tries: 0, createdAt: new Date('2026-11-24T09:59:00Z') };
const old = { tries: 30, createdAt: new Date('2026-11-21T09:59:00Z') };

test.each([
  ['an address that does not exist', { responseCode: 550, code: 'EENVELOPE' }, young, { kind: 'giveUp', failure: 'refused' }],
  ['a message that the server refuses', { responseCode: 554, code: 'EMESSAGE' }, young, { kind: 'giveUp', failure: 'refused' }],
  ['a busy server', { responseCode: 451, code: 'EENVELOPE' }, young, { kind: 'tryAgain', failure: 'busy', at: new Date('2026-11-24T10:01:00Z') }],
  ['our own wrong password', { responseCode: 535, code: 'EAUTH' }, young, { kind: 'tryAgain', failure: 'unreachable', at: new Date('2026-11-24T10:01:00Z') }],
  ['nobody answers', { code: 'ECONNECTION' }, young, { kind: 'tryAgain', failure: 'unreachable', at: new Date('2026-11-24T10:01:00Z') }],
  ['nobody answers for three days', { code: 'ECONNECTION' }, old, { kind: 'giveUp', failure: 'stale' }],
])('%s', (_, fault, mail, verdict) => {
  expect(verdictOf(fault, mail, now)).toEqual(verdict);
});

test('each retry waits longer than the one before, four hours at most', () =>
  fc.assert(fc.property(fc.nat(60), (tries) => {
    const [one, next] = [retryAt(tries, now).getTime(), retryAt(tries + 1, now).getTime()];
    expect(one).toBeGreaterThan(now.getTime());
    expect(next).toBeGreaterThanOrEqual(one);
    expect(next - now.getTime()).toBeLessThanOrEqual(4 * 3_600_000);
  })));
