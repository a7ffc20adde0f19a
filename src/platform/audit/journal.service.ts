import { success } from '../result.ts';
import { useCase } from '../use-case.ts';
import { journalQuery, type JournalPage } from './journal.schema.ts';
import { journalStore } from './journal.store.ts';

const onePage = 50;

/**
 * The trace: of the territory for the data protection officer, of one's own file for an employee. The officer's look into
 * the trace is traced too, and the person whose entries were sought sees it.
 */
export const readJournal = useCase('audit.read', journalQuery, async ({ input, actor, scope, tx, record }) => {
  const found = await journalStore(tx, actor, scope).list(input, onePage + 1);
  if (scope === 'territory') await record.opened({ type: 'audit.consulted', subject: { kind: 'audit', id: actor.territory }, personId: input.personId ?? null });
  const entries = found.slice(0, onePage);
  return success<JournalPage>({ entries, next: found.length > onePage ? (entries.at(-1)?.id ?? null) : null });
});
