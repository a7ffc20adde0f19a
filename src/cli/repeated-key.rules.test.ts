import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedKey } from './repeated-key.rules.ts';

test.each([
  ['{"a": 1, "a": 2}', 'a', [1, 2], [1, 10]],
  ['{\n\t"b": 0,\r\n\t"a": "x",\n  "a" : null\n}', 'a', [3, 2], [4, 3]],
  ['{"é":1,"\\u00e9":1}', 'é', [1, 2], [1, 8]],
  ['{"":1,"":1}', '', [1, 2], [1, 7]],
  ['{"a":[1,{"b":1,"b":2}],"a":0}', 'a', [1, 2], [1, 24]],
  ['{"a\\"b":"\\\\","a\\"b":1}', 'a"b', [1, 2], [1, 14]],
  ['{"__proto__":1,"__proto__":1}', '__proto__', [1, 2], [1, 16]],
] as const)('%s', (json, name, [line, column], again) => {
  expect(repeatedKey(json)).toEqual({ name, first: { line, column }, again: { line: again[0], column: again[1] } });
});

test.each([
  '{}', '{"a":"a","b":"a:"}', '{"a":{"b":1},"b":{"a":1}}', '{"a":[{"b":1},{"b":1}]}', '{"a":"{","b":"\\"a\\":1,"}', '{"a":{"x":1,"x":2}}',
  `{"a":"${'\\\\'.repeat(1e6)}","b":${'['.repeat(1000)}${']'.repeat(1000)}}`,
])('none: %#', (json) => {
  JSON.parse(json);
  expect(repeatedKey(json)).toBeUndefined();
});

test('any object is told from the same with a key given again', () => {
  fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }), fc.nat(), fc.constantFrom(undefined, 2, '\t'), (object, n, indent) => {
    const keys = Object.keys(object);
    const name = keys[n % keys.length] ?? '';
    const json = JSON.stringify(object, null, indent);
    expect(repeatedKey(json)).toBeUndefined();
    expect(repeatedKey(`${json.slice(0, -1)},${JSON.stringify(name)}:0}`)?.name).toBe(name);
  }));
});
