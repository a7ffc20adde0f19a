import type { PageLanguage } from '../../platform/i18n/format.ts';
import { pathIn, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { Page } from '../shell/page.tsx';
import { GivenAnswers } from './given-answers.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import type { QuestionView, SimulatorView } from './simulator.view.ts';
import { unitLabel } from './unit-label.ts';

/** One question a page, in large targets: a choice is one press. */
export function SimulatorQuestion({ view, question, language }: { view: SimulatorView; question: QuestionView; language: PageLanguage }) {
  const words = usePageWords(simulatorMessages);
  const path = pathIn(language, '/simulateur');
  const problem = view.problems[0];
  return (
    <Page title={question.title} beforeTitle={problem ? `${problem.text} – ` : ''} here={words.short} crumbs={[]} kind="text" heading={question.title}
      before={view.left && <p className="question-left">{view.left}</p>}>
      <form method="post" action={path} className="form question" data-simulation noValidate>
        <HiddenFields fields={view.fields} />
        <input type="hidden" name="question" value={question.slug} />
        {question.help && <p className="field-hint" id="aide">{question.help}</p>}
        {problem && <p className="field-problem" id="reponse-problem" role="alert">{problem.text}</p>}
        <Answer question={question} language={language} wrong={problem !== undefined} />
        <p className="actions">
          <button type="submit" name="geste" value="passer" className="button-quiet">{words.skip}</button>
          <button type="submit" name="geste" value="resultat" className="button-quiet">{words.seeNow}</button>
        </p>
      </form>
      {question.why && <details className="question-why"><summary>{words.why}</summary><p>{question.why}</p></details>}
      <GivenAnswers view={view} />
    </Page>
  );
}

function Answer({ question: { kind, choices, unit, value, title, help }, language, wrong }: { question: QuestionView; language: PageLanguage; wrong: boolean }) {
  const words = usePageWords(simulatorMessages);
  const tie = { id: 'reponse', name: 'reponse', 'aria-label': title, 'aria-invalid': wrong || undefined, 'aria-describedby': [help && 'aide', wrong && 'reponse-problem'].filter(Boolean).join(' ') || undefined };
  if (kind === 'choice') {
    return <div className="big-choices" role="group" aria-label={title}>{choices.map((choice) => <button key={choice.value} type="submit" name="reponse" value={choice.value} aria-current={choice.value === value ? 'true' : undefined}>{choice.label}</button>)}</div>;
  }
  if (kind === 'several') {
    return (
      <fieldset className="tick-list">
        <legend className="visually-hidden">{title}</legend>
        {choices.map((choice) => <label key={choice.value}><input type="hidden" name="demande" value={choice.value} /><input type="checkbox" name="reponse" value={choice.value} /> {choice.label}</label>)}
        <p className="actions"><button type="submit" name="geste" value="repondre">{words.continue}</button></p>
      </fieldset>
    );
  }
  const field = kind === 'commune'
    ? <select {...tie} defaultValue={value ?? ''}>{[...choices, { value: '', label: words.commune.elsewhere }].map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}</select>
    : kind === 'day'
      ? <input {...tie} type="date" defaultValue={value} />
      : <span className="with-unit"><input {...tie} type="text" inputMode="decimal" autoComplete="off" defaultValue={value} size={10} /> {unit && <span>{unitLabel(unit, language)}</span>}</span>;
  return <div className="field">{field}<p className="actions"><button type="submit" name="geste" value="repondre">{words.continue}</button></p></div>;
}
