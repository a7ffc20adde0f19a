import { resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { personas } from '../../aids/index.ts';
import { findTerritory } from '../../territory/index.ts';
import { contactOf } from './contact.view.ts';
import { simulatorPdf } from './simulator.pdf.ts';
import { simulatorView } from './simulator.view.ts';

const found = findTerritory('metz', resolve(import.meta.dirname, '../../../territories'));
if (!found.ok) throw new Error('no territory');
const territory = found.value;
const at = '2026-11-24';
const young = personas(at).find(({ id }) => id === 'firstJob');
if (!young) throw new Error('no persona');

/** The file's text, its compressed parts unfolded. */
function unfolded(language: 'fr' | 'en' | 'de'): string {
  const { bytes } = simulatorPdf(simulatorView({ answers: { ...young!, skipped: [] }, at, territory, language, contact: contactOf({ territory, demo: true }), ended: true }), { language, territory: territory.name });
  const file = bytes.toString('latin1');
  const parts = [...file.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    try {
      return [inflateSync(bytes.subarray(index + length)).toString('latin1')];
    } catch {
      return [];
    }
  });
  return file + parts.join('\n');
}

test.each(['en', 'de'] as const)('a file in %s says which of its words are French', (language) => {
  expect(unfolded(language).match(/\/Lang\s*\(fr\)/g)?.length ?? 0).toBeGreaterThan(3);
});

test.each([['a site', /\/URI\s*\(https:\/\/www\.visale\.fr/], ['whom to turn to', /\/URI\s*\(tel:0353012345/]])('an address in the file is a link: %s', (_, address) => {
  expect(address.test(unfolded('fr'))).toBe(true);
});
