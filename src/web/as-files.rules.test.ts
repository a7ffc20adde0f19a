import { expect, test } from 'vitest';
import { linkedAsFiles } from './as-files.rules.ts';

const place = new Map([['/', 'index.html'], ['/donnees', 'donnees/index.html'], ['/assets/a.css', 'assets/a.css'], ['/observatoire/indicateurs/a.b', 'observatoire/indicateurs/a.b/index.html']]);

test.each([
  ['<a href="/">x</a>', 'donnees/index.html', '<a href="../index.html">x</a>'],
  ['<a class="c" href="/donnees#s" aria-current="page">x</a>', 'donnees/index.html', '<a class="c" href="index.html#s" aria-current="page">x</a>'],
  ['<a href="/observatoire/indicateurs/a.b?lieu=1&amp;periode=2">x</a>', 'index.html', '<a href="observatoire/indicateurs/a.b/index.html">x</a>'],
  ['<a href="/comite"><b>x</b></a>', 'index.html', '<span><b>x</b></span>'],
  ['<a class="button" href="/comite">x</a>', 'index.html', ''],
  ['<a href="https://exemple.fr/">x</a>', 'index.html', '<a href="https://exemple.fr/">x</a>'],
  ['<link rel="stylesheet" href="/assets/a.css"/>', 'donnees/dictionnaire/index.html', '<link rel="stylesheet" href="../../assets/a.css"/>'],
])('%s in %s', (html, own, expected) => expect(linkedAsFiles(html, own, place)).toBe(expected));

test.each(['<form method="get">', '<script src="x">', '<img src="/x.png">'])('%s is refused', (html) => expect(() => linkedAsFiles(html, 'index.html', place)).toThrow('asks the server'));
