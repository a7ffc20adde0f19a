import type { LoaderFunctionArgs } from 'react-router';
import { fileNameOf, linesOf, noSuchFile } from '../figures/downloads.ts';
import { parseQuery } from '../figures/query.rules.ts';
import { workbookOf } from '../figures/workbook.ts';
import { languageOf } from '../language.ts';
import { appContext } from '../request.ts';

/** The table that is shown, as a workbook. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const query = parseQuery(new URL(request.url).searchParams);
  const definition = query.indicator === null ? undefined : app.indicators.find(query.indicator);
  const lines = definition && (await linesOf(app, query));
  if (!lines || !definition) return noSuchFile(languageOf(request));
  const workbook = await workbookOf(lines, definition, app.territory, app.clock.today(), languageOf(request));
  return new Response(new Uint8Array(workbook), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'content-disposition': `attachment; filename="${fileNameOf(app, query)}.xlsx"` },
  });
}
