import { data } from 'react-router';
import { notePdf, readPublication } from '../../publishing/index.ts';
import { versionAsked } from '../analyses/version.ts';
import { appContext } from '../request.ts';
import type { Route } from './+types/analysis-pdf';

/** A published version as a file: what it was the day it was published. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const found = await readPublication(app, params.slug, versionAsked(request));
  if (!found) throw data(null, { status: 404 });
  const { bytes } = notePdf(found.publication, app.territory.name);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${found.publication.slug}.pdf"` } });
}
