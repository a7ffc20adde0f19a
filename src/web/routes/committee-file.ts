import { data, redirect, type LoaderFunctionArgs } from 'react-router';
import { makePack, packFormats, type PackFormat } from '../../steering/index.ts';
import { languageOf, pathIn } from '../language.ts';
import { committeeFileMessages } from '../messages/committee-file.ts';
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
  if (!made.ok) {
    const language = languageOf(request);
    if (made.error.code === 'pack.tooFull') return new Response(`${committeeFileMessages[language].tooFull}\n`, { status: 409, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    // The page says what is wrong in the convention's file.
    throw redirect(pathIn(language, '/comite'));
  }
  const { content, files } = made.value;
  return new Response(new Uint8Array(files[0]!.bytes), {
    headers: { 'content-type': types[format], 'content-disposition': `attachment; filename="comite-${content.territory.code}-${content.date}.${format}"` },
  });
}
