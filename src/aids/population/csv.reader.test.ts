import { expect, test } from 'vitest';
import { csvRecords, type CsvRecord } from './csv.reader.ts';

const longest = 1000;
/** The records of a text, however it is cut. */
function recordsOf(text: string, size: number): CsvRecord[] {
  const { take, end } = csvRecords(',', '\n', longest);
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
  return [...chunks.flatMap((chunk) => [...take(chunk)]), ...end()];
}
const cells = (line: number, ...given: string[]): CsvRecord => ({ line, cells: given });

test.each<[string, string, CsvRecord[]]>([
  ['plain', 'a,b\n1,2\n', [cells(1, 'a', 'b'), cells(2, '1', '2')]],
  ['quotes, doubled, around line ends and separators', '"a ""x""",b\r\n"1\r\n2","3,4"\r\n5,""\r\n', [cells(1, 'a "x"', 'b'), cells(2, '1\r\n2', '3,4'), cells(4, '5', '')]],
  ['a quote inside', 'a,b\n2,2"2\n3,4\n', [cells(1, 'a', 'b'), { line: 2, stray: 1 }, cells(3, '3', '4')]],
  ['a sign after a closing quote', 'a,b\n"2"2,x\n3,4\n', [cells(1, 'a', 'b'), { line: 2, stray: 0 }, cells(3, '3', '4')]],
  ['a quote that a later line closes wrongly costs its own line', 'a,b\n1,"2\n3,4\n5,"6"\n7,8\n', [cells(1, 'a', 'b'), { line: 2, stray: 1 }, cells(3, '3', '4'), cells(4, '5', '6'), cells(5, '7', '8')]],
  ['and each line of it that is wrong', 'a,b\n"x\ny"z,1\n2,3\n', [cells(1, 'a', 'b'), { line: 2, stray: 0 }, { line: 3, stray: 0 }, cells(4, '2', '3')]],
  ['a quote that nothing closes', 'a,b\n1,"2\n3,4\n', [cells(1, 'a', 'b'), { line: 2, lost: 1, because: 'end' }]],
  ['a cell too long', `a,b\n1,"2\n${'x\n'.repeat(longest)}"\n3,4\n`, [cells(1, 'a', 'b'), { line: 2, lost: 1, because: 'length' }]],
  ['no last line end', 'a,b\n1,"2"', [cells(1, 'a', 'b'), cells(2, '1', '2')]],
])('%s', (_, text, expected) => {
  for (const size of [1, 2, 3, 7, 10_000]) expect(recordsOf(text, size), `chunks of ${size}`).toEqual(expected);
});
