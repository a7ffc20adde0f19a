import type { PersonaId } from '../../aids/index.ts';
import { pathIn, usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { ShowAgain } from './state-form.tsx';

interface StartProps {
  projects: readonly { value: string; label: string }[];
  personas: readonly { id: PersonaId; fields: readonly [name: string, value: string][] }[];
  /** Why what was asked got no answer. */
  refused: string | undefined;
}

/** What one comes for, or an example. The script of the page resumes from its address by the last form. */
export function SimulatorStart({ projects, personas, refused }: StartProps) {
  const words = usePageWords(simulatorMessages);
  const path = pathIn(usePageLanguage(), '/simulateur');
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is new: its reader starts at what went wrong */}
      {refused && <p className="problems" role="alert" tabIndex={-1} autoFocus>{refused}</p>}
      <form method="post" action={path} data-resumes hidden>
        <p className="notice">{words.resume} <ShowAgain>{words.resumeButton}</ShowAgain></p>
      </form>
      <section aria-labelledby="projet">
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
      <section aria-labelledby="exemples">
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
    </>
  );
}
