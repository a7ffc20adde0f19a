import { expect, test } from 'vitest';
import { csvCell } from './csv-cell.rules.ts';

test.each([
  ['plain', 'plain'], ['-3', '-3'], ['-12,5', '"-12,5"'], ['12.5', '12.5'], ['a=b', 'a=b'], ['Saint-Julien', 'Saint-Julien'], ['a, -b', '"a, -b"'], ['', ''],
  ['a;b', '"a;b"'], ['a"b', '"a""b"'], ['a\nb', '"a\nb"'], ['a\tb', '"a\tb"'],
])('%j is written %j', (text, written) => expect(csvCell(text, ',;\t')).toBe(written));

test.each([
  ['=1+1', "'=1+1"], ['＝1+1', "'＝1+1"], ['＋33', "'＋33"], [' =1', "' =1"], ['+33 6', "'+33 6"], ['-cmd()', "'-cmd()"], ['@SUM(A1)', "'@SUM(A1)"], ['\tx', '"\'\tx"'],
  ['a;=HYPERLINK(1);b', '"a;\'=HYPERLINK(1);b"'], ['a,+1', '"a,\'+1"'], ['a\n=1', '"a\n\'=1"'], ['a;"=1"', '"a;\'""=1"""'], ['a;b;@x', '"a;b;\'@x"'],
])('%j is written %j: nothing runs, whichever separator the spreadsheet takes', (text, written) => expect(csvCell(text, ',;\t')).toBe(written));
