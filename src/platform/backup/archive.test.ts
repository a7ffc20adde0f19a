import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveEnd, entryHeader, padding, sizeIn } from './archive.ts';

test('tar itself lists and extracts what is written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-tar-'));
  const file = join(folder, 'a.tar');
  const parts = [['manifest.json', Buffer.from('{"é":1}')], ['tables/party.person.gz', Buffer.alloc(1024, 7)], ['tables/empty.gz', Buffer.alloc(0)]] as const;
  writeFileSync(file, Buffer.concat([...parts.flatMap(([name, content]) => [entryHeader(name, content.length), content, padding(content.length)]), archiveEnd]));
  expect(execFileSync('tar', ['tf', file]).toString().trim().split('\n')).toEqual(parts.map(([name]) => name));
  for (const [name, content] of parts) expect(execFileSync('tar', ['xOf', file, name])).toEqual(content);
  rmSync(folder, { recursive: true });
});

test('a header with any byte changed is none', () => {
  const header = entryHeader('manifest.json', 1234);
  expect(sizeIn(header, 'manifest.json')).toBe(1234);
  for (let at = 0; at < header.length; at += 1) {
    const changed = Buffer.from(header);
    changed[at] = changed[at]! ^ 1;
    expect(sizeIn(changed, 'manifest.json'), String(at)).toBeUndefined();
  }
});
