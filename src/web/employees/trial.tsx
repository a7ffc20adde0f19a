import { Field } from '../components/form.tsx';
import { Labelled } from '../components/labelled.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { needsWords as words } from '../messages/needs.ts';
import { formatNumber, withSign } from '../../platform/i18n/format.ts';
import { fieldOfCeiling, movable } from './fields.ts';
import type { NeedsQuery } from './query.ts';

/** Another day, ceilings moved, another table to look at: a plain form whose address is the page's state. */
export function NeedsTrial({ query, choices }: { query: NeedsQuery; choices: readonly { id: string; title: string }[] }) {
  const language = useLanguage();
  const here = pathIn(language, '/besoins');
  const moved = movable.flatMap((id) => {
    const by = query.moves[id];
    return by === undefined ? [] : words.trial.one(id, withSign(`${by < 1 ? '−' : '+'}${formatNumber(Math.abs(Math.round((by - 1) * 1000) / 10), 1, 'fr')}`, '%', 'fr'));
  });
  return (
    <>
      <h2 id="et-si">{words.trial.title}</h2>
      <p className="note" id="et-si-aide">{words.trial.hint}</p>
      <form method="get" action={here} className="needs-trial" aria-labelledby="et-si" aria-describedby="et-si-aide">
        {movable.map((id) => <Field key={id} name={fieldOfCeiling(id)} label={`${words.trial.ceiling(id)} (%)`} type="number" min={-50} max={100} step={0.5} defaultValue={query.percents[id]} problems={query.problems} />)}
        <Field name="jour" label={words.trial.day} type="date" min="2018-01-01" max="2100-12-31" defaultValue={query.at} problems={query.problems} />
        <Labelled name="pour" label={words.trial.target}>
          {(tie) => <select {...tie} defaultValue={query.target}>{choices.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</select>}
        </Labelled>
        <button type="submit">{words.trial.button}</button>
      </form>
      {moved.length > 0 && <p className="notice" role="status">{words.trial.moved(moved.join(', '))} <a href={here}>{words.trial.back}</a></p>}
    </>
  );
}
