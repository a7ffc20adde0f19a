import { describe, expect, test } from 'vitest';
import { databaseFailureOf, openingFailureOf } from './database-failure.ts';
import { explain } from './messages.ts';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error(`postgresql://u:secret@h ${code}`), { code, ...more });

describe('what the driver throws, and what people read', () => {
  test.each([
    [coded('ENOTFOUND', { syscall: 'getaddrinfo' }), 'unknownHost'],
    [coded('ECONNREFUSED', { syscall: 'connect' }), 'nothingListens'],
    [new AggregateError([coded('ECONNREFUSED', { syscall: 'connect' })]), 'nothingListens'],
    [coded('ENOENT', { syscall: 'connect' }), 'noSocket'],
    [coded('EACCES', { syscall: 'connect' }), 'forbidden'],
    [coded('ETIMEDOUT', { syscall: 'connect' }), 'silent'],
    [new Error('timeout expired'), 'silent'],
    [new Error('timeout exceeded when trying to connect'), 'silent'],
    [new Error('Connection terminated due to connection timeout'), 'silent'],
    [coded('ECONNRESET', { syscall: 'read' }), 'cut'],
    [new Error('Connection terminated unexpectedly'), 'cut'],
    [coded('08006'), 'cut'],
    [new Error('The server does not support SSL connections'), 'notEncrypted'],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'notEncrypted'],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'notEncrypted'],
    [coded('28P01'), 'account'],
    [coded('28000'), 'account'],
    [new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'), 'account'],
    [coded('3D000'), 'noDatabase'],
    [coded('57P01'), 'startsOrStops'],
    [coded('57P03'), 'startsOrStops'],
    [coded('53300'), 'full'],
  ])('%s: %s', (error, reason) => {
    const failure = databaseFailureOf(error);
    expect(failure).toEqual({ code: 'database.unreachable', reason });
    const said = explain(failure!);
    expect(said.exitCode).toBe(3);
    expect(said.sentence).toMatch(/^La base de données ne répond pas : .+\. Vérifiez DATABASE_URL et DATABASE_OWNER_URL\.$/);
    expect(said.sentence).not.toContain('secret');
  });

  test('a full disk', () => {
    expect(databaseFailureOf(coded('53100'))).toEqual({ code: 'database.diskFull' });
  });

  test.each([
    ['a bug', new TypeError('x is not a function')],
    ['a table of ours that is not there', coded('42P01')],
    ['a wrong query', coded('42601')],
    ['a file that is not there', coded('ENOENT', { syscall: 'open' })],
    ['a folder that may not be written in', coded('EACCES', { syscall: 'open' })],
    ['a word in a message', new Error('the timeout of a reader')],
    ['no error', 'timeout expired'],
  ])('%s is none of the database’s', (_name, error) => {
    expect(databaseFailureOf(error)).toBeUndefined();
  });
});

test.each([
  [coded('42P01'), { code: 'database.notSame' }],
  [coded('3F000'), { code: 'database.notSame' }],
  [coded('42501'), { code: 'database.noRights' }],
  [coded('42704'), { code: 'database.unreachable', reason: 'account' }],
  [coded('3D000'), { code: 'database.unreachable', reason: 'noDatabase' }],
  [coded('42601'), undefined],
])('while the house opens, %s is a setting', (error, failure) => {
  expect(openingFailureOf(error)).toEqual(failure);
});
