import type { InputHTMLAttributes, ReactNode } from 'react';
import { formatInteger } from '../../platform/i18n/format.ts';
import type { Problem } from '../form.ts';
import { useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';

/** `2 points sont à revoir`: above the form, and in front of the window's title. */
function useProblemCount(): (problems: readonly Problem[]) => string {
  const words = useWords(identityMessages).problems;
  const language = useLanguage();
  return (problems) => (problems.length === 1 ? words.one : words.many(formatInteger(problems.length, language)));
}

/** A page's window title, which says first that the form came back. */
export function useFormTitle(title: string, problems: readonly Problem[] | undefined): string {
  const count = useProblemCount();
  return problems && problems.length > 0 ? `${count(problems)} – ${title}` : title;
}

/** What to look at again, with a link to each field; the first thing that is read after the form came back. */
export function Problems({ problems }: { problems: readonly Problem[] | undefined }) {
  const count = useProblemCount();
  if (!problems || problems.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is new: its reader starts at what went wrong
    <div className="problems" role="group" aria-labelledby="problems" tabIndex={-1} autoFocus>
      <h2 id="problems">{count(problems)}</h2>
      <ul>{problems.map((problem) => <li key={problem.field}><a href={`#${problem.field}`}>{problem.text}</a></li>)}</ul>
    </div>
  );
}

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'> {
  /** Its name in the form, and its id on the page. */
  name: string;
  label: ReactNode;
  hint?: string | undefined;
  problems?: readonly Problem[] | undefined;
}

/** A labelled field with its hint, and its problem beside it. */
export function Field({ name, label, hint, problems, ...input }: FieldProps) {
  const problem = problems?.find((one) => one.field === name);
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && <p className="field-hint" id={`${name}-hint`}>{hint}</p>}
      {problem && <p className="field-problem" id={`${name}-problem`}>{problem.text}</p>}
      <input id={name} name={name} aria-invalid={problem ? true : undefined} aria-describedby={described || undefined} {...input} />
    </div>
  );
}
