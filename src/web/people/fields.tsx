import type { ReactNode } from 'react';
import { Labelled } from '../components/labelled.tsx';
import type { Problem } from '../form.ts';
import { partiesWords } from '../messages/parties.ts';

interface Common {
  /** Its name in the form, and its id on the page. */
  name: string;
  label: ReactNode;
  hint?: string | undefined;
  problems?: readonly Problem[] | undefined;
}

/** A label that says when the field may stay empty: most must not. */
export const optional = (label: string): ReactNode => <>{label} <span className="field-optional">({partiesWords.optional})</span></>;

interface SelectFieldProps extends Common {
  options: readonly { value: string; label: string }[];
  /** What an empty choice says; none when one must always stand chosen. */
  empty?: string;
  chosen?: string | undefined;
}

/** A native list of choices, with its hint and its problem beside it. */
export function SelectField({ name, label, hint, problems, options, empty, chosen = '' }: SelectFieldProps) {
  return (
    <Labelled name={name} label={label} hint={hint} problems={problems}>
      {(tie) => (
        <select {...tie} defaultValue={chosen}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </Labelled>
  );
}

/** A text of several lines. */
export function TextField({ name, label, hint, problems, typed, most }: Common & { typed?: string | undefined; most: number }) {
  return (
    <Labelled name={name} label={label} hint={hint} problems={problems}>
      {(tie) => <textarea {...tie} rows={5} maxLength={most} defaultValue={typed} required />}
    </Labelled>
  );
}
