import { fileTypeFromBuffer } from 'file-type';

/** Kinds of documents that a caller may allow. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'text/plain'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** What a document is by its first bytes, whatever its name says; `unknown` where nothing tells. */
export const typeOf = async (head: Uint8Array): Promise<string> => (await fileTypeFromBuffer(head))?.mime ?? 'unknown';

/**
 * Whether bytes that come piece after piece are plain text: UTF-8, and no control character but tabs and line ends. Text has
 * no first bytes to tell it by.
 */
export function textCheck(): (piece: Uint8Array, last: boolean) => boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (piece, last) => {
    try {
      // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
      return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(decoder.decode(piece, { stream: !last }));
    } catch {
      return false;
    }
  };
}
