import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { daysLate, lateActions } from './convention.rules.ts';
import { parseConvention } from './convention.service.ts';

describe('days late', () => {
  test.each([
    ['inProgress', '2026-11-23', 1],
    ['inProgress', '2026-11-24', 0],
    ['inProgress', '2026-11-25', 0],
    ['planned', '2025-11-24', 365],
    ['onHold', '2026-11-14', 10],
    ['done', '2026-01-01', 0],
    ['abandoned', '2026-01-01', 0],
    ['draft', '2026-01-01', 0],
    ['inProgress', undefined, 0],
  ] as const)('an action %s due on %s is %d days late on 24 November 2026', (state, dueOn, days) => {
    expect(daysLate({ state, dueOn }, '2026-11-24')).toBe(days);
  });

  test('the latest comes first', () => {
    const base = { title: 't', serves: ['a'], owner: 'both', lead: 'l', state: 'inProgress', demonstration: false } as const;
    const actions = [{ ...base, serves: ['a'], id: 'a', dueOn: '2026-11-20' }, { ...base, serves: ['a'], id: 'b', dueOn: '2026-10-20' }, { ...base, serves: ['a'], id: 'c', dueOn: '2027-10-20' }];
    expect(lateActions(actions, '2026-11-24').map((action) => action.id)).toEqual(['b', 'a']);
  });
});

describe('the convention file', () => {
  const metz = readFileSync(join(import.meta.dirname, '../../territories/metz/convention.yaml'), 'utf8');
  const known = new Set([...metz.matchAll(/(?:figure|today|indicator|map): ([a-z]+\.[A-Za-z0-9]+)/g)].map((found) => found[1]!).concat(...(metz.match(/figures: \[(.*)\]/)?.[1]?.split(', ') ?? [])));
  const problemsOf = (content: string): string[] => {
    const parsed = parseConvention(content, 'convention.yaml', known);
    return parsed.ok ? [] : parsed.error.problems;
  };

  test('Metz’s is right', () => expect(problemsOf(metz)).toEqual([]));

  test.each([
    ['an unknown state', metz.replace('state: onHold', 'state: paused'), /ligne \d+, actions\.\d+\.state/],
    ['a wrong date', metz.replace('dueOn: 2026-10-30', 'dueOn: 2026-13-30'), /ligne \d+, actions\.0\.dueOn/],
    ['a due date before the start', metz.replace('dueOn: 2026-10-30', 'dueOn: 2025-10-30'), /l’échéance vient après le début/],
    ['a target without its source', metz.replace('    source: Bilan du PLH 2011-2017, cité par le communiqué du 1er octobre 2019\n', ''), /dit sa source/],
    ['a target to be set that has a value', metz.replace('indicator: construction.authorised, kind: toBeSet', 'indicator: construction.authorised, kind: toBeSet, value: 3'), /une cible à fixer n’en a pas/],
    ['a reference to nothing', metz.replace('serves: [informer]', 'serves: [nulle-part]'), /nulle-part/],
    ['an id used twice', metz.replace('id: vacance-sociale', 'id: social'), /employé deux fois : social/],
    ['an unknown indicator', metz.replace('map: private.structuralVacancy', 'map: nothing.here'), /indicateur inconnu : nothing\.here/],
    ['an unknown field', metz.replace('title: Convention', 'titre: x\ntitle: Convention'), /titre/],
    ['broken YAML', metz.replace('parties:', 'parties: ['), /ligne \d+/],
  ])('%s is refused and located', (_, content, message) => {
    expect(problemsOf(content).join('\n')).toMatch(message);
  });
});
