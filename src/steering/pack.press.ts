import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { keepFew } from '../platform/keep-few.ts';
import { success, type Result } from '../platform/result.ts';
import type { PackDocument } from './pack.layout.ts';
import type { PackFailure } from './pack.pdf.ts';

/** The three formats of two contents: today's, and the one before an import. */
const documentsKept = 6;
const longestMs = 60_000;

/** The bytes of a document, made in a thread so that pages answer meanwhile, and kept for who asks for the same again. */
export const printed: (document: PackDocument) => Promise<Result<Buffer, PackFailure>> = keepFew(documentsKept, identityOf, makeApart);

/** Everything that shows in it: contours may be imported, or a colour changed, under the same content id. */
function identityOf({ format, content, geometry, colours }: PackDocument): string {
  return `${format} ${content.contentId} ${createHash('sha256').update(JSON.stringify([content, [...geometry], colours])).digest('hex')}`;
}

async function makeApart(document: PackDocument): Promise<Result<Buffer, PackFailure>> {
  const made = await new Promise<Result<Uint8Array, PackFailure>>((resolve, reject) => {
    const thread = new Worker(new URL('./pack.thread.ts', import.meta.url), { workerData: document });
    const tooLong = setTimeout(() => void thread.terminate(), longestMs);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(tooLong);
      // Says nothing where the bytes came before.
      reject(new Error(`the committee’s ${document.format} was not made`));
    });
  });
  return made.ok ? success(Buffer.from(made.value.buffer, made.value.byteOffset, made.value.byteLength)) : made;
}
