import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, entryHash, inspectLink, inspectSegment, segmentHash, type Segment, type SealedEntry } from './seal.rules.ts';

const now = new Date('2026-11-24T10:00:00Z');

function sealed(texts: readonly string[]): { segment: Segment; entries: SealedEntry[] } {
  const entries = texts.map((canonical, at) => ({ entryId: 10 + at, position: at + 1, hash: entryHash(canonical), canonical }));
  const place = { territory: '200039865', number: 1, previousHash: beginning };
  return { segment: { ...place, entries: texts.length, hash: segmentHash(place, texts), lastAt: now, expiredAt: null }, entries };
}

const texts = fc.array(fc.string().map((text) => JSON.stringify(text)), { minLength: 2, maxLength: 12 });

test('what nobody touched is whole', () => {
  fc.assert(fc.property(texts, (given) => {
    const { segment, entries } = sealed(given);
    expect(inspectSegment(segment, entries)).toEqual([]);
    expect(inspectSegment(segment, entries.toReversed())).toEqual([]);
  }));
});

test('an edited entry is told by its number, even when its own hash was made anew', () => {
  fc.assert(fc.property(texts, fc.nat(), (given, which) => {
    const { segment, entries } = sealed(given);
    const at = which % entries.length;
    const edited = entries.map((entry, index) => (index === at ? { ...entry, canonical: `${entry.canonical} ` } : entry));
    expect(inspectSegment(segment, edited)).toEqual([{ kind: 'edited', segment: 1, entryId: 10 + at }]);
    expect(inspectSegment(segment, edited.map((entry) => ({ ...entry, hash: entryHash(entry.canonical ?? '') })))).toEqual([{ kind: 'broken', segment: 1, entryId: null }]);
  }));
});

test('a removed entry is told, with its seal or without', () => {
  fc.assert(fc.property(texts, fc.nat(), (given, which) => {
    const { segment, entries } = sealed(given);
    const at = which % entries.length;
    expect(inspectSegment(segment, entries.map((entry, index) => (index === at ? { ...entry, canonical: null } : entry)))).toEqual([{ kind: 'removed', segment: 1, entryId: 10 + at }]);
    expect(inspectSegment(segment, entries.filter((_, index) => index !== at))).toEqual([{ kind: 'removed', segment: 1, entryId: null }]);
  }));
});

test('two entries that changed places are told, and so is one added', () => {
  fc.assert(fc.property(texts, fc.nat(), fc.nat(), (given, one, other) => {
    const { segment, entries } = sealed(given);
    const [a, b] = [one % entries.length, other % entries.length];
    fc.pre(a !== b);
    const swapped = entries.map((entry, at) => ({ ...entry, position: at === a ? b + 1 : at === b ? a + 1 : entry.position }));
    expect(inspectSegment(segment, swapped).map(({ kind, entryId }) => `${kind} ${entryId}`).toSorted()).toEqual(expect.arrayContaining([`reordered ${10 + a}`, `reordered ${10 + b}`]));
    const extra = { entryId: 99, position: entries.length + 1, hash: entryHash('x'), canonical: 'x' };
    expect(inspectSegment(segment, [...entries, extra])).toEqual([{ kind: 'added', segment: 1, entryId: 99 }]);
  }));
});

test('links', () => {
  const { segment } = sealed(['"a"']);
  const next = { ...segment, number: 2, previousHash: segment.hash };
  expect(inspectLink(segment, undefined)).toEqual([]);
  expect(inspectLink(next, segment)).toEqual([]);
  expect(inspectLink({ ...next, previousHash: beginning }, segment)).toEqual([{ kind: 'unlinked', segment: 2, entryId: null }]);
  expect(inspectLink({ ...next, number: 4 }, segment)).toEqual([{ kind: 'missing', segment: 2, entryId: null }, { kind: 'missing', segment: 3, entryId: null }]);
});

test('an expired segment keeps its hash and nothing else; one that went too soon is told', () => {
  const { segment, entries } = sealed(['"a"']);
  const expired = { ...segment, expiredAt: new Date('2027-11-24T10:00:00Z') };
  expect(inspectSegment(expired, [])).toEqual([]);
  expect(inspectSegment(expired, entries)).toEqual([{ kind: 'added', segment: 1, entryId: 10 }]);
  expect(inspectSegment({ ...segment, expiredAt: new Date('2027-02-24T10:00:00Z') }, [])).toEqual([{ kind: 'expiredEarly', segment: 1, entryId: null }]);
});
