import fc from 'fast-check';

/** Markup and formulas that must never come back as such: the pages have no word like this one. */
export const htmlInjected = [
  '<script>zqxa()</script>', '"><img src=x onerror=zqxb()>', "'><svg/onload=zqxc()>", '</title><script>zqxd()</script>', '</script><script>zqxe()</script>', '" autofocus onfocus=zqxf() x="',
  '<a href="javascript:zqxg()">x</a>', '<!--<iframe srcdoc=zqxh>', '</textarea><b>zqxi</b>',
] as const;
export const formulas = ['=cmd|\'/C zqx\'!A1', '+zqx(1)', '-zqx(2)', '@zqx(3)', '\t=zqx(4)', '=HYPERLINK("http://zqx.example","x")'] as const;
/** Where no answer may lead. */
export const otherHost = 'zqx.example';
/** A header that an answer has only if what was sent could write one. */
export const injectedHeader = 'x-zqx';

const sqlInjected = ["' or 1=1 --", "'; drop table party.person; --", "1) union select secret from identity.totp --", "x' || pg_sleep(20) || '", '%', '_%_', '\\', "\\'; select 1", '{1,2}', '$1', '${7*7}', '{{7*7}}'];
const paths = ['../../../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/passwd\0.csv', 'file:///etc/passwd', '....//....//etc/passwd', 'C:\\boot.ini', '.env', '~root', '.', '..', '/', '//', '\\\\zqx.example\\x'];
const elsewhereUrls = [`https://${otherHost}/`, `//${otherHost}`, `/\\${otherHost}`, `/${otherHost}/../..//${otherHost}`, `\t//${otherHost}`, `javascript:zqxg()`, `@${otherHost}`, `/.//${otherHost}`];
const headerBreaks = [`x\r\n${injectedHeader}: 1`, `x\n${injectedHeader}: 1\r\n\r\n<script>zqxa()</script>`, `/\r\nset-cookie: ${injectedHeader}=1`];
const unicode = [
  '\u0000', 'a\u0000b', '\u0001\u0008\u001b[2J', '\u007f\u0085\u2028\u2029', '\ud800', 'a\udfffb', '\udc00\ud800', '\u202eevil\u202c', '\u200b\u200d\ufeff', '👩‍👩‍👧‍👦🏳️‍🌈', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L', 'İıſK', 'ﷺ', '𝕬𝖓𝖈𝖗𝖆𝖌𝖊', '\ufffe\uffff',
  'e\u0301', '٣٤٥', '１２３', 'ǅ', 'ß', '\u00a0', ' ', '\t', '\r\n',
];
const numbers = ['NaN', 'Infinity', '-Infinity', '1e999', '-1', '0', '-0', '1.5', '1,5', '0x10', '9007199254740993', '99999999999999999999', '2147483648', '-9223372036854775809', '1e-7', '00012', '+1', 'null', 'undefined', 'true', '[object Object]', '[]', '{}'];
const days = ['2026-02-30', '0000-00-00', '0000-01-01', '-0001-01-01', '9999-12-31', '10000-01-01', '275760-09-13', '+275760-09-14', '2026-13-01', '2026-1-1', '01/02/2026', '2026-01-01T00:00:00Z', 'infinity', 'now', 'today', '20260101', '1582-10-10'];
const uuids = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '{00000000-0000-4000-8000-000000000000}', '00000000000040008000000000000000', '00000000-0000-4000-8000-00000000000', '00000000-0000-4000-8000-00000000000G', 'urn:uuid:00000000-0000-4000-8000-000000000000'];
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'then', 'nouveau', 'own', 'x@y', 'a@b.fr,c@d.fr', 'a@b.fr\nbcc: c@d.fr', `"${'a'.repeat(80)}"@exemple.fr`, 'é@exemple.fr', '57463', '99999', '732829320', '73282932000074'];

const written = fc.constantFrom(...htmlInjected, ...formulas, ...sqlInjected, ...paths, ...elsewhereUrls, ...headerBreaks, ...unicode, ...numbers, ...days, ...uuids, ...names, '');
/** As long as a form may be, and near the lengths where a column or an index gives up. */
const long = fc.tuple(fc.constantFrom('a', 'é', '\u0000', '👩', '\'', '<', ' ', 'a b '), fc.constantFrom(101, 255, 2_001, 2_800, 10_000, 60_000)).map(([unit, length]) => unit.repeat(length / unit.length));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.uuid(), fc.integer().map(String), fc.double().map(String));

/** What somebody who means harm, or a program gone wrong, types in a field. */
export const hostile = fc.oneof({ weight: 7, arbitrary: written }, { weight: 1, arbitrary: long }, { weight: 2, arbitrary: anything });
/** The same where an address stands: a longer one is refused before it is read. */
export const hostileShort = hostile.map((text) => text.slice(0, 3_000));

/** Escapes that no `encodeURIComponent` writes. */
export const rawEscapes = ['%', '%zz', '%00', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '%252e%252e%252f', '%c0%ae%c0%ae/', '%ff%fe', '%ed%a0%80', '..%5c..%5c', '%0d%0ax-zqx:%201', '\xe9', '//', '/./', '/../', ';x=1', '%u0041'];
