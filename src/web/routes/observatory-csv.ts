import type { LoaderFunctionArgs } from 'react-router';
import { languageOf } from '../language.ts';
import { csvOf } from '../figures/csv.rules.ts';
import { fileNameOf, linesOf, noSuchFile } from '../figures/downloads.ts';
import { parseQuery } from '../figures/query.rules.ts';
import { appContext } from '../request.ts';

/** The table as a file; `commune` alone gives every figure of one commune, and nothing asked gives everything. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const query = parseQuery(new URL(request.url).searchParams);
  const lines = await linesOf(app, query);
  if (!lines) return noSuchFile(languageOf(request));
  return new Response(csvOf(lines, languageOf(request)), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${fileNameOf(app, query)}.csv"` },
  });
}
