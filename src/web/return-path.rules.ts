/** A page of this site to go back to; anything else, another site's above all, leads nowhere. */
export function localPath(given: string | null | undefined): string | undefined {
  if (!given || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(given)) return undefined;
  const base = 'http://local';
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
  return url?.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : undefined;
}

/** A path with the page to go back to afterwards. */
export const withReturn = (path: string, back: string | undefined): string => (back ? `${path}?retour=${encodeURIComponent(back)}` : path);
