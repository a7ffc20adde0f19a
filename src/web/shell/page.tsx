import type { ReactNode } from 'react';
import { pathIn, usePageLanguage, useSurroundingLang, useWords } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';
import { useShell } from './shell-context.ts';

export interface Crumb {
  label: ReactNode;
  /** A French path; it is put in the page's language. */
  path: string;
}

interface PageProps {
  /** Of the browser's window and tab; the heading too unless `heading` is given. */
  title: string;
  /** Said before the title in the browser's window only: that a form came back. */
  beforeTitle?: string;
  /** What stands above this page; the home page comes first by itself. */
  crumbs?: readonly Crumb[] | undefined;
  /** The page's own place after its crumbs; its title unless given. */
  here?: ReactNode;
  heading?: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** `text` keeps a column of 60-75 characters; `work` has a quieter title, for pages that one comes back to; `sheet` prints on two pages. */
  kind?: 'text' | 'wide' | 'work' | 'sheet';
  /** A page of a series answers the one before: its reader starts at its title, past what every page repeats. */
  startsHere?: boolean;
  /** Stands between the breadcrumbs and the title: a page's own controls. */
  before?: ReactNode;
  /** Id of what is heard after the title: how far one is. */
  describedBy?: string;
  children: ReactNode;
}

/** A page in the shell: window title, breadcrumbs, heading, content. */
export function Page({ title, beforeTitle = '', crumbs, here = title, heading, lead, kind = 'wide', startsHere = false, before, describedBy, children }: PageProps) {
  const { territory } = useShell();
  return (
    <div className={`page page-${kind}`}>
      <title>{`${beforeTitle}${title} – Ancrage, ${territory.name}`}</title>
      {crumbs && <Breadcrumbs crumbs={crumbs} here={here} />}
      {before}
      <div className="page-head">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- as after a form that came back */}
        <h1 aria-describedby={describedBy} {...(startsHere ? { tabIndex: -1, autoFocus: true } : {})}>{heading ?? title}</h1>
        {lead && <div className="lead">{lead}</div>}
      </div>
      {children}
    </div>
  );
}

function Breadcrumbs({ crumbs, here }: { crumbs: readonly Crumb[]; here: ReactNode }) {
  const language = usePageLanguage();
  const words = useWords(shellMessages);
  return (
    <nav className="breadcrumbs" aria-label={words.breadcrumbs}>
      <ol>
        <li><a href={pathIn(language, '/')} lang={useSurroundingLang()}>{words.home}</a></li>
        {crumbs.map((crumb) => <li key={crumb.path}><a href={pathIn(language, crumb.path)}>{crumb.label}</a></li>)}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
