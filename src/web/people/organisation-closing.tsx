import type { Problem } from '../form.ts';
import { organisationWords } from '../messages/organisations.ts';

/** Closing an organisation, said before it is done; and taking it back. */
export function OrganisationClosing({ closed, problems }: { closed: boolean; problems: readonly Problem[] | undefined }) {
  const words = organisationWords.one.closing;
  const problem = problems?.find(({ field }) => field === 'fermeture');
  if (closed) {
    return (
      <section className="sheet-part" aria-labelledby="reouverture">
        <h2 id="reouverture">{words.reopen}</h2>
        <p>{words.reopenText}</p>
        <form method="post"><button type="submit" name="geste" value="rouvrir" className="button-quiet">{words.reopen}</button></form>
      </section>
    );
  }
  return (
    <details className="sheet-part" open={problem !== undefined}>
      <summary>{words.title}</summary>
      <p>{words.text}</p>
      <ul className="measure">{words.what.map((one) => <li key={one}>{one}</li>)}</ul>
      <p>{words.files}</p>
      <form method="post" className="form">
        {problem && <p className="field-problem" id="fermeture-problem">{problem.text}</p>}
        <p className="actions"><button type="submit" id="fermeture" name="geste" value="fermer" className="button-quiet" aria-describedby={problem && 'fermeture-problem'}>{words.button}</button></p>
      </form>
    </details>
  );
}
