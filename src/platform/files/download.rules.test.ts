import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downloadHeaders, safeName } from './download.rules.ts';

test.each([
  ['../../etc/passwd', 'passwd'], ['C:\\Temp\\bail.pdf', 'bail.pdf'], ['quittance de loyer – été.pdf', 'quittance de loyer – été.pdf'], ['facture\u202Efdp.exe', 'facturefdp.exe'], ['.htaccess', 'htaccess'], ['', 'document'], ['a\r\nb.pdf', 'ab.pdf'],
  ['x"; filename="y.html', 'x__ filename=_y.html'], [`${'n'.repeat(300)}.pdf`, `${'n'.repeat(116)}.pdf`],
])('“%s” is kept as “%s”', (given, expected) => expect(safeName(given)).toBe(expected));

test('whatever the name, it is no path, is not empty, keeps within its length, and is stable', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
    const name = safeName(given);
    expect(name).not.toMatch(/[/\\\p{Cc}]/u);
    expect(name.length).toBeGreaterThan(0);
    expect(Array.from(name).length).toBeLessThanOrEqual(120);
  }));
});

test('whatever the name, the headers are one line of plain letters, an attachment, never sniffed', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (given) => {
    const headers = downloadHeaders({ name: safeName(given), mediaType: 'application/pdf', bytes: 3 });
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\u0020-\u007e]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-length': '3' });
  }));
});
