import { pathIn, usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { Page } from '../shell/page.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import type { SimulatorState } from './simulator.view.ts';
import type { StartView } from './start.view.ts';
import { ShowAgain, StateForm } from './state-form.tsx';

interface StartProps {
  start: StartView;
  /** What was answered before this page came instead of another, and why it did. */
  state?: (SimulatorState & { refused?: string }) | undefined;
}

/** What one comes for, or an example. After a refusal it holds the answers; else the page's script resumes from its address. */
export function SimulatorStart({ start: { projects, personas }, state }: StartProps) {
  const words = usePageWords(simulatorMessages);
  const path = pathIn(usePageLanguage(), '/simulateur');
  return (
    <Page title={words.title} beforeTitle={state?.refused ? `${state.refused} – ` : ''} kind="text" lead={<p>{words.lead}</p>}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is new: its reader starts at what went wrong */}
      {state?.refused && <p className="problems" role="alert" tabIndex={-1} autoFocus>{state.refused}</p>}
      {state
        ? <StateForm state={state} path={path}>{state.refused && state.fields.length > 0 && <p className="notice">{words.kept} <ShowAgain>{words.resumeButton}</ShowAgain></p>}</StateForm>
        : <form method="post" action={path} data-resumes hidden><p className="notice">{words.resume} <ShowAgain>{words.resumeButton}</ShowAgain></p></form>}
      <section aria-labelledby="projet" className="screen-only">
        <h2 id="projet">{words.start}</h2>
        <form method="post" action={path} className="big-choices">
          {projects.map(({ value, label }) => <button key={value} type="submit" name="projet" value={value}>{label}</button>)}
        </form>
        <form method="post" action={path}>
          <HiddenFields fields={projects.map(({ value }) => ['projet', value])} />
          <p className="actions"><button type="submit" className="button-quiet">{words.all}</button></p>
        </form>
      </section>
      <p className="note">{words.anonymous}</p>
      <section aria-labelledby="exemples" className="screen-only">
        <h2 id="exemples">{words.personas}</h2>
        <ul className="persona-list">
          {personas.map(({ id, fields }) => (
            <li key={id}>
              <form method="post" action={path}>
                <HiddenFields fields={fields} />
                <button type="submit" className="button-link">{words.personaNames[id]}</button>
              </form>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
