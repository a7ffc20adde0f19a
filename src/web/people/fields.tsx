import type { ReactNode } from 'react';
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
    <Around name={name} label={label} hint={hint} problems={problems}>
      {(described) => (
        <select id={name} name={name} defaultValue={chosen} {...described}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </Around>
  );
}

/** A text of several lines. */
export function TextField({ name, label, hint, problems, typed, most }: Common & { typed?: string | undefined; most: number }) {
  return (
    <Around name={name} label={label} hint={hint} problems={problems}>
      {(described) => <textarea id={name} name={name} rows={5} maxLength={most} defaultValue={typed} required {...described} />}
    </Around>
  );
}

interface Described {
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

function Around({ name, label, hint, problems, children }: Common & { children: (described: Described) => ReactNode }) {
  const problem = problems?.find((one) => one.field === name);
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && <p className="field-hint" id={`${name}-hint`}>{hint}</p>}
      {problem && <p className="field-problem" id={`${name}-problem`}>{problem.text}</p>}
      {children({ 'aria-invalid': problem ? true : undefined, 'aria-describedby': described || undefined })}
    </div>
  );
}
