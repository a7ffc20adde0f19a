import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { HiddenFields } from './hidden-fields.tsx';
import type { SimulatorState } from './simulator.view.ts';

/** Id of the form that holds the whole state of the simulator's page; a button of another place sends it by `form`. */
export const stateForm = 'etat';

/** The answers and what is shown, for whatever leads to another page of the simulator: an answer to change, the other languages, the file. */
export function StateForm({ state: { fields, shows }, path, children }: { state: SimulatorState; path: string; children?: ReactNode }) {
  return (
    <form id={stateForm} method="post" action={path} data-simulation>
      <HiddenFields fields={shows === '' ? fields : [...fields, ['vue', shows]]} />
      {children}
    </form>
  );
}

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'name' | 'value'>;

/** The same page again, in another language or after a pause. */
export const ShowAgain = (props: ButtonProps) => <button {...props} type="submit" name="geste" value="voir" />;

/** The question before. */
export const StepBack = (props: ButtonProps) => <button {...props} type="submit" name="geste" value="precedente" className="button-quiet" />;
