import { listAnalyses } from '../../publishing/index.ts';
import { scopeOf } from '../../platform/permission/permission.rules.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { deskWords } from '../messages/analyses.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { frenchDay } from '../people/moment.ts';
import { shown } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/analyses-desk';

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'analysis.read');
  const analyses = shown(await listAnalyses({ ...app, actor }, {}));
  return { analyses: analyses.map((one) => ({ ...one, day: dayOf(one.changedAt) })), mayWrite: scopeOf(actor.role, 'analysis.create') !== undefined };
}

export default function AnalysesDesk({ loaderData: { analyses, mayWrite } }: Route.ComponentProps) {
  const language = useLanguage();
  const here = pathIn(language, '/espace/analyses');
  return (
    <DeskPage title={deskWords.title} crumbs={[{ label: 'Mon espace', path: '/espace' }]} lead={deskWords.lead}>
      {mayWrite && <p className="actions"><a className="button" href={`${here}/nouvelle`}>{deskWords.new}</a></p>}
      {analyses.length === 0 && <div className="teach"><p><strong>{deskWords.none}</strong></p><p>{deskWords.noneHow}</p></div>}
      {analyses.length > 0 && (
        <WideTable label={deskWords.caption}>
          <table className="row-links stack-on-phone" {...as.table}>
            <caption>{deskWords.caption}</caption>
            <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{deskWords.columns.title}</th><th scope="col" {...as.head}>{deskWords.columns.state}</th><th scope="col" {...as.head}>{deskWords.columns.changed}</th></tr></thead>
            <tbody {...as.group}>
              {analyses.map((one) => (
                <tr key={one.id} {...as.row}>
                  <th scope="row" {...as.rowHead}><a href={`${here}/${one.id}`}>{one.title}</a>{one.demonstration && <>{' '}<span className="demonstration">{deskWords.demonstration}</span></>}</th>
                  <td {...as.cell} data-label={deskWords.columns.state}>{deskWords.states[one.state]}</td>
                  <td {...as.cell} data-label={deskWords.columns.changed}>{frenchDay(one.day)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </DeskPage>
  );
}
