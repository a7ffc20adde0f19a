import type { PackContent } from '../../steering/index.ts';
import { useLanguage, useWords } from '../language.ts';
import { committeeMessages } from '../messages/committee.ts';
import { Demonstration } from './demonstration.tsx';
import { as } from './table-roles.ts';

/** The actions past their due date, and how many stand in each state. */
export function LateActions({ content }: { content: PackContent }) {
  const words = useWords(committeeMessages);
  const language = useLanguage();
  return (
    <section className="pack-actions">
      <h2 id="retards" lang="fr">{content.actionsTitle}</h2>
      <p className="measure" lang="fr">{content.actionsText} {content.demonstration && <Demonstration />}</p>
      {content.lateActions.length > 0 && (
        <div className="scroll-x" role="region" aria-labelledby="retards" tabIndex={0}>
          <table className="action-list stack-on-phone" {...as.table} lang="fr">
            <thead {...as.group} lang={language}><tr {...as.row}><th scope="col" {...as.head}>{words.late}</th><th scope="col" {...as.head}>{words.due}</th><th scope="col" {...as.head}>{words.owner}</th></tr></thead>
            <tbody {...as.group}>
              {content.lateActions.map((action) => (
                <tr {...as.row} key={action.title}>
                  <th scope="row" {...as.rowHead}>{action.title} {action.demonstration && <Demonstration />}{action.comment && <span className="note">{action.comment}</span>}</th>
                  <td {...as.cell} data-label={words.due}>{action.due}<span className="note state state-late">{action.late}</span></td>
                  <td {...as.cell} data-label={words.owner}>{action.lead}<span className="note">{action.owner}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {content.demonstration && <p className="note" lang="fr">{content.demonstration}</p>}
    </section>
  );
}
