import { data, type LoaderFunctionArgs } from 'react-router';
import { makePack, packFormats, type PackFormat } from '../../steering/index.ts';
import { appContext } from '../request.ts';

const types: Record<PackFormat, string> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The committee's page as a file; the address's ending says which. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const { pathname } = new URL(request.url);
  const format = packFormats.find((one) => pathname.endsWith(`.${one}`));
  if (!format) throw data(null, { status: 404 });
  const made = await makePack(app, { formats: [format] });
  // The page says what is wrong in the convention's file.
  if (!made.ok) throw data(null, { status: 409 });
  const { content, files } = made.value;
  return new Response(new Uint8Array(files[0]!.bytes), {
    headers: { 'content-type': types[format], 'content-disposition': `attachment; filename="comite-${content.territory.code}-${content.date}.${format}"` },
  });
}
