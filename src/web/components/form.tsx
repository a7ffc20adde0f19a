import type { InputHTMLAttributes, ReactNode } from 'react';
import { formatInteger } from '../../platform/i18n/format.ts';
import type { Problem } from '../form.ts';
import { useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { Labelled } from './labelled.tsx';

/** `2 points sont à revoir`: above the form, and in front of the window's title. */
function useProblemCount(): (problems: readonly Problem[]) => string {
  const words = useWords(identityMessages).problems;
  const language = useLanguage();
  return (problems) => (problems.length === 1 ? words.one : words.many(formatInteger(problems.length, language)));
}

/** What stands before a page's title in the browser's window, to say that its form came back; empty else. */
export function useFormPrefix(problems: readonly Problem[] | undefined): string {
  const count = useProblemCount();
  return problems && problems.length > 0 ? `${count(problems)} – ` : '';
}

/** What has just been done. The page is new, so a live region alone would stay silent: its reader starts here. */
export function Done({ children }: { children: ReactNode }) {
  // oxlint-disable-next-line jsx-a11y/no-autofocus -- as for problems
  return <p className="notice" role="status" tabIndex={-1} autoFocus>{children}</p>;
}

/** What to look at again, with a link to each field; the first thing that is read after the form came back. */
export function Problems({ problems, heading }: { problems: readonly Problem[] | undefined; /** For a page in a language of its own. */ heading?: string }) {
  const count = useProblemCount();
  if (!problems || problems.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is new: its reader starts at what went wrong
    <div className="problems" role="group" aria-labelledby="problems" tabIndex={-1} autoFocus>
      <h2 id="problems">{heading ?? count(problems)}</h2>
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
export const Field = ({ name, label, hint, problems, ...input }: FieldProps) => (
  <Labelled name={name} label={label} hint={hint} problems={problems}>{(tie) => <input {...tie} {...input} />}</Labelled>
);
