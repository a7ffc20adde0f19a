import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { settleArchive } from '../../src/platform/documents/archive.ts';
import { printable, printableData } from '../../src/platform/documents/font.ts';
import { renderPdf } from '../../src/platform/documents/pdf.ts';
import { svgToPng } from '../../src/platform/documents/png.ts';
import { numberFormat } from '../../src/platform/documents/xlsx.ts';

const pdf = { title: 'Titre', author: 'Ancrage', language: 'fr', date: '2026-11-24' } as const;

describe('PDF', () => {
  test('what the face cannot draw is replaced rather than refused', () => {
    expect(printable('1\u202f710 € — œuvre, l’Haÿ, 😀 ﬁn')).toBe('1\u202f710 € — œuvre, l’Haÿ, ? fin');
    expect(printableData({ a: ['😀', 1, null], b: { c: 'x' } })).toEqual({ a: ['?', 1, null], b: { c: 'x' } });
  });

  test('data is never Typst', () => {
    const text = '#panic("lu") $x$ ] } #sys.version';
    expect(renderPdf({ ...pdf, title: text, template: '= #data.text', data: { text } }).pages).toBe(1);
  });

  test('a picture without its alternative text is an error, and the next document is made all the same', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
    expect(() => renderPdf({ ...pdf, template: '= Titre\n#image(bytes(data.svg), format: "svg")', data: { svg } })).toThrow(/alt/);
    expect(() => renderPdf({ ...pdf, template: '#faux', data: {} })).toThrow(/template/);
    expect(renderPdf({ ...pdf, template: '= Titre', data: {} }).pages).toBe(1);
  });
});

test('numbers as a workbook writes them', () => {
  expect(numberFormat(0, 'plain')).toBe('#,##0');
  expect(numberFormat(1, 'fraction')).toBe('0.0\u00a0%');
  expect(numberFormat(2, 'euros')).toBe('#,##0.00\u00a0"€"');
});

test('an archive packed again keeps its parts and loses its clock', async () => {
  const pack = async (date: string): Promise<Buffer> => {
    const zip = new JSZip();
    zip.file('b.xml', '<b/>', { date: new Date(date) }).file('docProps/core.xml', `<x><dcterms:created xsi:type="t">${date}</dcterms:created></x>`).file('[Content_Types].xml', '<t/>');
    return settleArchive(await zip.generateAsync({ type: 'uint8array' }), '2026-11-24');
  };
  const [one, other] = await Promise.all([pack('2020-01-01T00:00:00Z'), pack('2024-05-05T10:00:00Z')]);
  expect(one.equals(other)).toBe(true);
  const settled = await JSZip.loadAsync(one);
  expect(Object.keys(settled.files)).toEqual(['[Content_Types].xml', 'b.xml', 'docProps/core.xml']);
  expect(await settled.file('docProps/core.xml')!.async('string')).toContain('2026-11-24T00:00:00Z');
});

test('a picture as points, of the width asked', () => {
  const png = svgToPng('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><text x="1" y="8" font-family="Atkinson Hyperlegible Next">a</text></svg>', { width: 200, background: '#fdfbf6' });
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 100]);
});
