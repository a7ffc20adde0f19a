import { pathIn, usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { HiddenFields } from './hidden-fields.tsx';
import type { SimulatorView } from './simulator.view.ts';

/** What was answered; each answer can be changed, and the page starts again with none. */
export function GivenAnswers({ view: { given, fields } }: { view: SimulatorView }) {
  const words = usePageWords(simulatorMessages);
  const path = pathIn(usePageLanguage(), '/simulateur');
  if (given.length === 0) return null;
  return (
    <details className="given-answers">
      <summary>{words.given} ({given.length})</summary>
      <form method="post" action={path} data-simulation>
        <HiddenFields fields={fields} />
        <dl className="facts">
          {given.map(({ slug, title, value }) => (
            <div key={slug}>
              <dt>{title}</dt>
              <dd>{value} <button type="submit" name="geste" value={`modifier:${slug}`} className="button-link" aria-label={words.changeLabel(title)}>{words.change}</button></dd>
            </div>
          ))}
        </dl>
      </form>
      <p><a href={path}>{words.restart}</a></p>
    </details>
  );
}
