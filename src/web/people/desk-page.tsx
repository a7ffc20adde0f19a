import type { ReactNode } from 'react';
import { French } from '../components/french.tsx';
import { Done, useFormPrefix } from '../components/form.tsx';
import type { Problem } from '../form.ts';
import { useLanguage, useWords } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';
import { Page, type Crumb } from '../shell/page.tsx';

interface DeskPageProps {
  title: string;
  crumbs: readonly Crumb[];
  lead?: ReactNode;
  /** What a form that came back asks to look at again. */
  problems?: readonly Problem[] | undefined;
  /** What has just been done. */
  done?: string | undefined;
  children: ReactNode;
}

/** A page of the desk. It exists in French only: under an English address it says so, and screen readers are told. */
export function DeskPage({ title, crumbs, lead, problems, done, children }: DeskPageProps) {
  const language = useLanguage();
  const { frenchOnly } = useWords(shellMessages);
  return (
    <Page title={title} beforeTitle={useFormPrefix(problems)} heading={<French>{title}</French>} here={<French>{title}</French>} crumbs={crumbs.map(({ label, path }) => ({ label: <French>{label}</French>, path }))} kind="work" lead={lead && <p><French>{lead}</French></p>}>
      {language === 'en' && <p className="note">{frenchOnly}</p>}
      <div lang={language === 'en' ? 'fr' : undefined}>
        {done && <Done>{done}</Done>}
        {children}
      </div>
    </Page>
  );
}
