import type { ReactNode } from 'react';
import type { Problem } from '../form.ts';

interface LabelledProps {
  /** The control's name in the form, and its id on the page. */
  name: string;
  label: ReactNode;
  hint?: string | undefined;
  problems?: readonly Problem[] | undefined;
  /** The control, with what ties it to its words. */
  children: (tie: { id: string; name: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }) => ReactNode;
}

/** A label, its hint and its problem around a list or a text area, as `Field` does around a line. */
export function Labelled({ name, label, hint, problems, children }: LabelledProps) {
  const problem = problems?.find((one) => one.field === name);
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && <p className="field-hint" id={`${name}-hint`}>{hint}</p>}
      {problem && <p className="field-problem" id={`${name}-problem`}>{problem.text}</p>}
      {children({ id: name, name, 'aria-invalid': problem ? true : undefined, 'aria-describedby': described || undefined })}
    </div>
  );
}
