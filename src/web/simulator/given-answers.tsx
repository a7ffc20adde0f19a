import { pathIn, usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { givenLines } from './given.view.ts';
import type { SimulatorView } from './simulator.view.ts';
import { stateForm } from './state-form.tsx';

/** What was answered; each answer can be changed, and the page starts again with none. */
export function GivenAnswers({ view: { given } }: { view: SimulatorView }) {
  const words = usePageWords(simulatorMessages);
  const path = pathIn(usePageLanguage(), '/simulateur');
  if (given.length === 0) return null;
  return (
    <details className="given-answers screen-only">
      <summary>{words.given} ({given.length})</summary>
      <dl className="facts">
        {given.map(({ slug, title, value }) => (
          <div key={slug}>
            <dt>{title}</dt>
            <dd>{value} <button type="submit" form={stateForm} name="geste" value={`modifier:${slug}`} className="button-link" aria-label={words.changeLabel(title)}>{words.change}</button></dd>
          </div>
        ))}
      </dl>
      <p><a href={path}>{words.restart}</a></p>
    </details>
  );
}

/** The same on paper, where nothing can be changed. */
export function PrintedAnswers({ view: { given } }: { view: SimulatorView }) {
  const language = usePageLanguage();
  const words = usePageWords(simulatorMessages);
  const { said, others } = givenLines(given, language);
  if (given.length === 0) return null;
  return (
    <section className="print-only printed-answers">
      <h2>{words.given}</h2>
      <ul>{said.map(({ title, value }) => <li key={title}>{title}{words.colon}<strong>{value}</strong></li>)}</ul>
      {others.map(({ title, value }) => <p key={title}><strong>{title}</strong>{words.colon}{value}</p>)}
    </section>
  );
}
