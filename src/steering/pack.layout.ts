import { paletteOf } from '../platform/documents/svg/palette.ts';
import { success, type Result } from '../platform/result.ts';
import type { Territory } from '../territory/index.ts';
import type { PackContent } from './pack.content.ts';
import type { PackFailure } from './pack.pdf.ts';
import type { PackGeometry } from './pack.pictures.ts';

export const packFormats = ['pdf', 'pptx', 'xlsx'] as const;
export type PackFormat = (typeof packFormats)[number];

/** All that a document is made of, as plain data: the same gives the same bytes. */
export interface PackDocument {
  format: PackFormat;
  content: PackContent;
  geometry: PackGeometry;
  colours: Territory['colours'];
}

/** Lays a document out. It keeps a processor busy for a second or more: `printed` does it apart. */
export async function layOut({ format, content, geometry, colours }: PackDocument): Promise<Result<Uint8Array, PackFailure>> {
  const palette = paletteOf(colours);
  switch (format) {
    case 'pdf': {
      const rendered = (await import('./pack.pdf.ts')).packPdf(content, geometry, palette);
      return rendered.ok ? success(rendered.value.bytes) : rendered;
    }
    case 'pptx': return success(await (await import('./pack.pptx.ts')).packPptx(content, geometry, palette));
    case 'xlsx': return success(await (await import('./pack.xlsx.ts')).packXlsx(content, palette.structure));
  }
}
