/** No page's address is as long; escaped once more, it would not fit the header that browsers and proxies read it in. */
const longest = 2_000;

/** A page of this site to go back to; anything else, another site's above all, leads nowhere. */
export function localPath(given: string | null | undefined): string | undefined {
  if (!given || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(given)) return undefined;
  const base = 'http://local';
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
  if (url?.origin !== base || url.pathname.startsWith('//')) return undefined;
  const path = url.pathname + url.search;
  return path.length > longest ? undefined : path;
}

/** A path with the page to go back to afterwards. */
export const withReturn = (path: string, back: string | undefined): string => (back && back.length <= longest ? `${path}?retour=${encodeURIComponent(back)}` : path);
