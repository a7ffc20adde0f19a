import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeIndicators } from '../../src/composition.ts';
import { parseConvention } from '../../src/steering/convention.service.ts';

describe('the convention file', () => {
  const territories = join(import.meta.dirname, '../../territories');
  const metz = readFileSync(join(territories, 'metz/convention.yaml'), 'utf8');
  const known = new Set(composeIndicators({ indicators: [] }).definitions.map((one) => one.id));
  const problemsOf = (content: string): string[] => {
    const parsed = parseConvention(content, 'convention.yaml', known);
    return parsed.ok ? [] : parsed.error.problems;
  };

  test.each(readdirSync(territories))('%s’s is right', (name) => {
    const file = join(territories, name, 'convention.yaml');
    expect(existsSync(file) ? problemsOf(readFileSync(file, 'utf8')) : []).toEqual([]);
  });

  test.each([
    ['an unknown state', metz.replace('state: onHold', 'state: paused'), /ligne \d+, actions\.\d+\.state/],
    ['a wrong date', metz.replace('dueOn: 2026-10-30', 'dueOn: 2026-13-30'), /ligne \d+, actions\.0\.dueOn/],
    ['a due date before the start', metz.replace('dueOn: 2026-10-30', 'dueOn: 2025-10-30'), /l’échéance vient après le début/],
    ['a target without its source', metz.replace('    source: Bilan du PLH 2011-2017, cité par le communiqué du 1er octobre 2019\n', ''), /dit sa source/],
    ['a target to be set that has a value', metz.replace('indicator: construction.authorised, kind: toBeSet', 'indicator: construction.authorised, kind: toBeSet, value: 3'), /une cible à fixer n’en a pas/],
    ['a reference to nothing', metz.replace('serves: [informer]', 'serves: [nulle-part]'), /nulle-part/],
    ['an owner who is no party', metz.replace('owner: action-logement', 'owner: personne'), /renvoie à « personne »/],
    ['a figure of no party', metz.replace('party: metropole', 'party: personne'), /statedFigures\.communes renvoie à « personne »/],
    ['an id used twice', metz.replace('id: vacance-sociale', 'id: social'), /employé deux fois : social/],
    ['a misspelt indicator', metz.replace('figure: population.municipal', 'figure: population.municipl'), /indicateur inconnu : population\.municipl/],
    ['an unknown indicator', metz.replace('map: private.structuralVacancy', 'map: nothing.here'), /indicateur inconnu : nothing\.here/],
    ['an indicator of the territory’s own, unknown', metz.replace('map: private.structuralVacancy', 'map: local.nothing'), /indicateur inconnu : local\.nothing ; relancez Ancrage après avoir changé territory\.yaml/],
    ['an unknown field', metz.replace('title: Convention', 'titre: x\ntitle: Convention'), /titre/],
    ['broken YAML', metz.replace('parties:', 'parties: ['), /ligne \d+/],
  ])('%s is refused and located', (_, content, message) => {
    expect(problemsOf(content).join('\n')).toMatch(message);
  });

  test('only a new indicator of the territory’s own asks for a restart', () => {
    expect(problemsOf(metz.replace('map: private.structuralVacancy', 'map: nothing.here')).join('\n')).not.toContain('relancez');
  });

  test('Metz’s commits both parties to each promise, and states every figure of its text', () => {
    const parsed = parseConvention(metz, 'convention.yaml', known);
    if (!parsed.ok || !parsed.value) throw new Error('refused');
    expect(parsed.value.commitments.map(({ id, owner }) => [id, owner])).toEqual([['analyser', 'both'], ['accompagner', 'both'], ['informer', 'both']]);
    const stated = (party: string): number[] => parsed.value?.statedFigures.filter((one) => one.party === party).map(({ value }) => value) ?? [];
    expect(stated('metropole')).toEqual([44, 222_000, 500_000, 116_000, 1200, 2_500_000]);
    expect(stated('action-logement')).toEqual([65, 18_000, 500, 58, 1_000_000, 38_740, 7344, 35_100_000, 41_000_000]);
  });

  test('who follows it need not be named', () => {
    const parsed = parseConvention(metz.replace('  body: Comité de pilotage du PLH\n', ''), 'convention.yaml', known);
    expect(parsed.ok && parsed.value?.followUp.body).toBe('Comité de pilotage');
  });
});
