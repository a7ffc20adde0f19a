/** Separators that people type inside a number, by one or two. */
const between = /^[\s.\-_/]{1,2}$/u;
const group = /\d+(?:[AB]\d*)?/giu;
const structure = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(?:0[1-9]|[1-9]\d|2[AB])(?!000)\d{3}(?!000)\d{3}$/i;

/**
 * Whether a text carries a social-security number (NIR): 13 characters of the right structure, or 15 with the right key,
 * written at once or in groups. It has no place in this software (CNIL; decree 2019-341), so it is refused, not hidden.
 */
export function carriesNir(text: string): boolean {
  const plain = text.normalize('NFKC');
  const groups = [...plain.matchAll(group)];
  return groups.some((_, first) => {
    let joined = '';
    for (let at = first; at < groups.length; at += 1) {
      const [here, before] = [groups[at], groups[at - 1]];
      if (!here || joined.length > 15) return false;
      if (at > first && before && !between.test(plain.slice(before.index + before[0].length, here.index))) return false;
      joined += here[0];
      if (isNir(joined)) return true;
    }
    return false;
  });
}

/** Thirteen characters of the right structure, or fifteen of which the last two are their key. */
function isNir(number: string): boolean {
  const body = number.slice(0, 13);
  if (!structure.test(body)) return false;
  return number.length === 13 || (number.length === 15 && /^\d\d$/.test(number.slice(13)) && Number(number.slice(13)) === nirKey(body));
}

/** The key of a number's 13 first characters; Corsica's departments count as 19 and 18. */
export const nirKey = (body: string): number => 97 - (Number(body.toUpperCase().replace('2A', '19').replace('2B', '18')) % 97);
