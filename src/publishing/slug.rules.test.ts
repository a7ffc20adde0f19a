import { expect, test } from 'vitest';
import { slugOf } from './slug.rules.ts';

test.each([['L’offre à Metz : 2026 ?', 'l-offre-a-metz-2026'], ['Cœur d’agglomération', 'coeur-d-agglomeration'], ['«»', 'analyse'], [`${'a'.repeat(79)} b`, 'a'.repeat(79)]])('%s', (title, slug) => expect(slugOf(title)).toBe(slug));
