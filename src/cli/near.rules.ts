const marks = /[\u0300-\u036f]/g;
const plain = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** The few names or codes that someone who wrote `asked` may have meant, nearest first. */
export function nearest<One extends { code: string; name: string }>(asked: string, known: readonly One[], limit = 3): One[] {
  const wanted = plain(asked);
  if (wanted === '') return [];
  return known
    .map((one) => ({ one, distance: distanceTo(wanted, one) }))
    .filter(({ distance }) => distance <= Math.max(2, wanted.length / 3))
    .toSorted((a, b) => a.distance - b.distance || a.one.name.length - b.one.name.length)
    .slice(0, limit)
    .map(({ one }) => one);
}

/** Letters to change in each word asked for; a word that the name lacks costs all of its letters. */
function distanceTo(wanted: string, { code, name }: { code: string; name: string }): number {
  if (/^\d+$/.test(wanted)) return edits(wanted, code);
  const full = plain(name);
  if (full === wanted) return 0;
  const words = full.split(' ');
  const perWord = wanted.split(' ').reduce((sum, one) => sum + Math.min(...words.map((word) => edits(one, word))), 0);
  return Math.min(edits(wanted, full), perWord + 0.5);
}

/** Levenshtein's distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
