import type { LoaderFunctionArgs } from 'react-router';
import { appContext } from '../request.ts';
import { comparisonCsv, comparisonWorkbook } from '../scenarios/comparison-file.ts';
import { comparisonOf } from '../scenarios/comparison.ts';
import { demand } from '../session.ts';

/** The comparison as shown: `.csv` or `.xlsx`. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor } = demand(context, 'needsScenario.read');
  const app = context.get(appContext);
  const { pathname, searchParams } = new URL(request.url);
  const comparison = await comparisonOf({ ...app, actor }, searchParams);
  const sent = (body: BodyInit, type: string, extension: string) => new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="scenarios-de-besoins.${extension}"` } });
  if (pathname.endsWith('.csv')) return sent(comparisonCsv(comparison), 'text/csv; charset=utf-8', 'csv');
  const workbook = await comparisonWorkbook(comparison, app.territory, app.clock.today());
  return sent(new Uint8Array(workbook), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx');
}
