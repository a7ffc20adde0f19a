import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rightsPaper } from '../../src/platform/permission/permission.paper.ts';
import { registerPaper } from '../../src/platform/privacy/register.paper.ts';

const docs = join(import.meta.dirname, '../../docs');

// After a change of the matrix or of an annotation, `vitest run --project services test/privacy/papers.test.ts -u` writes them.
test('docs/droits.md is the permission matrix', () => expect(rightsPaper()).toMatchFileSnapshot(join(docs, 'droits.md')));

test('docs/registre.md is the register made from the annotations', () => expect(registerPaper()).toMatchFileSnapshot(join(docs, 'registre.md')));
