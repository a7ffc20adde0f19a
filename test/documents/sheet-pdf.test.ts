import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { Cell, IndicatorDefinition, Reading } from '../../src/indicators/index.ts';
import { sheetPdf } from '../../src/web/figures/sheet.pdf.ts';

const text = { fr: 'Revenu médian', en: 'Median income' };
const definition: IndicatorDefinition = {
  id: 'income.median', theme: 'population', label: text, shortLabel: text, definition: text, method: text, unit: 'fraction', digits: 0, direction: 'neutral', grain: 'commune', territoryValue: 'never', secrecy: null, sources: [],
};
const reading = (cell: Cell): Reading => ({ indicator: definition.id, area: '57463', level: 'commune', period: '2021', cell, datasets: [], perimeter: null });
const never: Cell = { kind: 'missing', reason: 'neverAggregated' };
const locator = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="var(--jaumont, #c9962f)"/></svg>';

test('what is not computed is a dash, explained once; a secret stays a secret', async () => {
  const figures = [never, never, { kind: 'secret' } as Cell].map((cell) => ({ definition, reading: reading({ kind: 'number', value: 0.5 }), territory: reading(cell) }));
  const { bytes, pages } = sheetPdf({ title: 'Metz', lead: 'Une commune', facts: [], locator: { svg: locator, alt: 'Metz' }, figures, withTerritory: 'Métropole' }, '2026-11-24', 'fr');
  const { text: shown } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  expect(pages).toBe(1);
  expect(shown).not.toContain('additionne');
  expect(shown.match(/2021\s+–/g)).toHaveLength(2);
  expect(shown.match(/n’est pas calculable/g)).toHaveLength(1);
  expect(shown).toMatch(/50\s%\s+2021\s+secret/);
});
