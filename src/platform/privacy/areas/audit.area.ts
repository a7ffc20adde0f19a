import { sealStore } from '../../audit/seal.store.ts';
import type { PersonalArea } from '../personal-area.ts';
import { cutoff } from '../retention.rules.ts';

/** The trace: a person sees who opened her file; it goes by whole segments, and never on demand. */
export const auditArea: PersonalArea = {
  id: 'acces',
  title: 'Qui a ouvert ou changé votre dossier',
  tables: ['audit.entry', 'audit.sealed'],
  give: async (tx, { territory, personId }) => [{
    table: 'audit.entry',
    // Who acted is told by role and organisation: the person behind them is an agent of theirs.
    rows: await tx.selectFrom('audit.entry as e').leftJoin('party.organisation as o', 'o.id', 'e.organisation_id').select(['e.at', 'e.type', 'e.role', 'o.name as organisation_id', 'e.reason'])
      .where('e.territory', '=', territory).where('e.person_id', '=', personId).orderBy('e.id').execute(),
  }],
  forget: () => Promise.resolve(),
  keeps: [{
    what: 'La trace des actes faits sur le dossier, sans votre nom', why: 'l’organisme doit pouvoir prouver qui a ouvert ou changé un dossier (RGPD, articles 17.3.b et 32)', until: 'un an après chaque acte',
  }],
  tasks: [{
    id: 'auditSegments',
    most: 100,
    run: async ({ tx, territory, clock, most }) => {
      const store = sealStore(tx, territory);
      await store.lock();
      const numbers = await store.expirable(cutoff('trace', clock.now()), most);
      let gone = 0;
      for (const number of numbers) if ((await store.expire(number, clock.now())) > 0) gone += 1;
      return gone;
    },
  }],
};
