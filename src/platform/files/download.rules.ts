const longest = 120;

/** A document's name as it is kept and shown: never a path, nothing that hides its end or turns its letters. */
export function safeName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const shown = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').replaceAll(/["<>:|?*%;]/g, '_').replace(/^[.\s]+/, '').trim();
  const dot = shown.lastIndexOf('.');
  const end = dot > 0 && shown.length - dot <= 10 ? shown.slice(dot) : '';
  const letters = Array.from(shown);
  return (letters.length > longest ? letters.slice(0, longest - end.length).join('') + end : shown) || 'document';
}

/** A document is downloaded, never shown in the page: whatever it holds, it does not run here. */
export const downloadHeaders = ({ name, mediaType, bytes }: { name: string; mediaType: string; bytes?: number }): Record<string, string> => ({
  'content-type': mediaType,
  'content-disposition': `attachment; filename="${name.normalize('NFD').replaceAll(/[^\u0020-\u007e]/g, '').replaceAll(/["\\%]/g, '_') || 'document'}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
  ...(bytes === undefined ? {} : { 'content-length': String(bytes) }),
});
