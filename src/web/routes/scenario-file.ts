import type { LoaderFunctionArgs } from 'react-router';
import { openScenario, writeFigures } from '../../needs/index.ts';
import { shown } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';

/** A scenario's figures and parameters, as the file that makes one. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor } = demand(context, 'needsScenario.read');
  const { scenario: { figures, source, name } } = shown(await openScenario({ ...context.get(appContext), actor }, { id: params['id'] }));
  const file = name.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60);
  return new Response(writeFigures({ figures, source }), { headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="scenario-${file || 'besoins'}.json"` } });
}
