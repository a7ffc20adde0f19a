import { posix } from 'node:path';

/**
 * A page as a file of a site that opens in any folder: its links lead from file to file, what leads elsewhere in the house
 * stays as words, and a button that asked the server goes. React wrote the page, so that its attributes are quoted and escaped.
 *
 * @param own the page's file, `donnees/index.html`
 * @param place of each address of the house that is a file too
 */
export function linkedAsFiles(html: string, own: string, place: ReadonlyMap<string, string>): string {
  const from = posix.dirname(own);
  const linkTo = (address: string): string | undefined => {
    const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(address) ?? [];
    const file = place.get(path);
    return file === undefined ? undefined : `${posix.relative(from, file) || posix.basename(file)}${hash}`;
  };
  const linked = html
    .replaceAll(/<a\b([^>]*?)\shref="(\/[^"]*)"([^>]*)>(.*?)<\/a>/gs, (_, before: string, address: string, after: string, inside: string) => {
      const to = linkTo(address);
      if (to !== undefined) return `<a${before} href="${to}"${after}>${inside}</a>`;
      return /class="[^"]*\bbutton\b/.test(before + after) ? '' : `<span>${inside}</span>`;
    })
    .replaceAll(/<link\b([^>]*?)\shref="(\/[^"]*)"([^>]*)>/g, (_, before: string, address: string, after: string) => {
      const to = linkTo(address);
      return to === undefined ? '' : `<link${before} href="${to}"${after}>`;
    });
  const left = /<form\b|<script\b|(?:href|src|action)="\//.exec(linked);
  if (left) throw new Error(`${own} still asks the server: ${linked.slice(left.index, left.index + 120)}`);
  return linked;
}
