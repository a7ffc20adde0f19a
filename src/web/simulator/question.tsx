import { Problems } from '../components/form.tsx';
import type { PageLanguage } from '../../platform/i18n/format.ts';
import { pathIn, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { Page } from '../shell/page.tsx';
import { GivenAnswers } from './given-answers.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import type { QuestionView, SimulatorView } from './simulator.view.ts';
import { StateForm, StepBack } from './state-form.tsx';
import { unitLabel } from './unit-label.ts';

/** One question a page, in large targets: a choice is one press. Its reader starts at the question, or at what went wrong. */
export function SimulatorQuestion({ view, question, language }: { view: SimulatorView; question: QuestionView; language: PageLanguage }) {
  const words = usePageWords(simulatorMessages);
  const path = pathIn(language, '/simulateur');
  const problem = view.problems[0];
  return (
    <Page title={question.title} beforeTitle={problem ? `${problem.text} – ` : ''} here={words.short} crumbs={[]} kind="text" heading={question.title} startsHere={!problem}
      {...(view.left ? { before: <p className="question-left" id="reste">{view.left}</p>, describedBy: 'reste' } : {})}>
      <Problems problems={view.problems} heading={words.problem} />
      <form method="post" action={path} className="form question" noValidate>
        <HiddenFields fields={view.fields} />
        <input type="hidden" name="question" value={question.slug} />
        <div className={problem ? 'field field-wrong' : 'field'}>
          {question.help && <p className="field-hint" id="aide">{question.help}</p>}
          {problem && <p className="field-problem" id="reponse-problem">{problem.text}</p>}
          <Answer question={question} language={language} wrong={problem !== undefined} />
        </div>
        <p className="actions">
          <button type="submit" name="geste" value="passer" className="button-quiet">{words.skip}</button>
          <button type="submit" name="geste" value="resultat" className="button-quiet">{view.isLast ? words.toResult : words.seeNow}</button>
          {view.goesBack && <StepBack>{words.back}</StepBack>}
        </p>
      </form>
      {question.why && <details className="question-why"><summary>{words.why}</summary><p>{question.why}</p></details>}
      <StateForm state={view} path={path} />
      <GivenAnswers view={view} />
    </Page>
  );
}

function Answer({ question, language, wrong }: { question: QuestionView; language: PageLanguage; wrong: boolean }) {
  const words = usePageWords(simulatorMessages);
  const { kind, choices, unit, value, title, help } = question;
  const described = [help && 'aide', wrong && 'reponse-problem', kind === 'number' && unit && 'unite'].filter(Boolean).join(' ') || undefined;
  if (kind === 'choice') {
    return (
      <div className="big-choices" id="reponse" role="group" tabIndex={-1} aria-label={title} aria-describedby={described}>
        {choices.map((choice) => (
          <button key={choice.value} type="submit" name="reponse" value={choice.value} aria-current={choice.present ? 'true' : undefined}>
            {choice.label}{choice.present && <span className="note"> ({words.present})</span>}
          </button>
        ))}
      </div>
    );
  }
  const go = <p className="actions"><button type="submit" name="geste" value="repondre">{words.continue}</button></p>;
  if (kind === 'several') {
    return (
      <fieldset className="tick-list" id="reponse" aria-describedby={described}>
        <legend className="visually-hidden">{title}</legend>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="hidden" name="demande" value={choice.value} /><input type="checkbox" name="reponse" value={choice.value} defaultChecked={choice.present} /> {choice.label}
          </label>
        ))}
        {go}
      </fieldset>
    );
  }
  const tie = { id: 'reponse', name: 'reponse', 'aria-label': title, 'aria-invalid': wrong || undefined, 'aria-describedby': described };
  if (kind === 'commune') {
    return (
      <>
        <select {...tie} defaultValue={value ?? ''}>
          <option value="">{words.commune.choose}</option>
          {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </select>
        {go}
      </>
    );
  }
  if (kind === 'day') return <><input {...tie} type="date" defaultValue={value} />{go}</>;
  return (
    <>
      <span className="with-unit">
        <input {...tie} type="text" inputMode="decimal" autoComplete="off" defaultValue={value} size={10} /> {unit && <span id="unite" className="together">{unitLabel(unit, language)}</span>}
      </span>
      {go}
    </>
  );
}
