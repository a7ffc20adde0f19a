import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertsOf, parseMarkup } from './analysis.markup.ts';

test('headings, paragraphs, lists, links, figures and pictures', () => {
  expect(parseMarkup('# Titre\nUne ligne\net sa suite, {{indicator:income.median:57463}}.\n\n- un\n- [deux](https://exemple.fr/a)\n{{map:income.median}}\n## Fin')).toEqual([
    { kind: 'heading', level: 2, content: [{ kind: 'text', text: 'Titre' }] },
    { kind: 'paragraph', content: [{ kind: 'text', text: 'Une ligne et sa suite, ' }, { kind: 'figure', indicator: 'income.median', area: '57463' }, { kind: 'text', text: '.' }] },
    { kind: 'list', items: [[{ kind: 'text', text: 'un' }], [{ kind: 'link', text: 'deux', href: 'https://exemple.fr/a' }]] },
    { kind: 'picture', shape: 'map', indicator: 'income.median' },
    { kind: 'heading', level: 3, content: [{ kind: 'text', text: 'Fin' }] },
  ]);
});

test.each(['javascript:alert`1`', 'data:text/html,x', '//ailleurs.fr', '/\\ailleurs.fr', 'JAVASCRIPT:x', 'vbscript:x', 'https://a"onclick=x'])('%s is no link', (href) => {
  expect(parseMarkup(`[x](${href})`).flatMap((block) => (block.kind === 'paragraph' ? block.content : [])).filter(({ kind }) => kind === 'link')).toEqual([]);
});

test('an insert counts once, and what is none stays text', () => {
  const inserts = insertsOf(parseMarkup('{{indicator:a.b}} {{indicator:a.b}} {{indicator:a.b:1}} {{chart:a.b}} {{autre:x}}\n\n{{chart:a.b}}\n{{chart:a.b}}'));
  expect([inserts.figures.length, inserts.pictures.length]).toEqual([2, 1]);
});

test('no text stops it, and every word stays', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => {
    expect(Array.isArray(parseMarkup(text))).toBe(true);
  }));
});
