import type { Consent } from '../../parties/index.ts';
import type { Problem } from '../form.ts';
import { partiesWords } from '../messages/parties.ts';
import { SelectField } from './fields.tsx';
import { frenchDay } from './moment.ts';

interface PersonConsentsProps {
  consents: readonly Consent[];
  purposes: readonly string[];
  mayGive: boolean;
  mayWithdraw: boolean;
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[] | undefined;
}

/** What the person agreed to, in which words; withdrawing is as near as giving. */
export function PersonConsents({ consents, purposes, mayGive, mayWithdraw, typed, problems }: PersonConsentsProps) {
  const words = partiesWords.person.consents;
  const label = (purpose: string): string => words.purposes[purpose] ?? purpose;
  const inForce = new Set(consents.filter((consent) => !consent.withdrawnAt).map(({ purpose }) => purpose as string));
  const left = purposes.filter((purpose) => !inForce.has(purpose));
  const wrong = problems?.some(({ field }) => field === 'objet') ?? false;
  return (
    <section aria-labelledby="accords">
      <h2 id="accords">{words.title}</h2>
      {consents.length === 0 && <p className="teach">{words.none}</p>}
      <ul className="plain-list">
        {consents.map((consent) => (
          <li key={consent.id} className={consent.withdrawnAt ? 'over' : undefined}>
            <p><strong>{label(consent.purpose)}</strong>, {words.givenOn(frenchDay(consent.givenAt))}{consent.withdrawnAt && `, ${words.withdrawnOn(frenchDay(consent.withdrawnAt))}`}</p>
            <p className="note">{consent.wording}</p>
            {mayWithdraw && !consent.withdrawnAt && (
              <form method="post" className="in-row">
                <input type="hidden" name="accord" value={consent.id} />
                <button type="submit" name="geste" value="retrait" className="button-quiet" aria-label={words.withdrawLabel(label(consent.purpose))}>{words.withdraw}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayGive && left.length > 0 && (
        <details open={wrong}>
          <summary>{words.give}</summary>
          <dl className="note">{left.map((purpose) => <div key={purpose}><dt><strong>{label(purpose)}</strong></dt><dd>{words.wordings[purpose]}</dd></div>)}</dl>
          <form method="post" className="form" noValidate>
            <SelectField name="objet" label={words.purpose} hint={words.giveHint} options={left.map((value) => ({ value, label: label(value) }))} empty={partiesWords.choose} chosen={typed['objet']} problems={problems} />
            <p className="actions"><button type="submit" name="geste" value="accord" className="button-quiet">{words.button}</button></p>
          </form>
        </details>
      )}
    </section>
  );
}
