import { useLanguage, useWords } from '../language.ts';
import { conventionMessages } from '../messages/convention.ts';

/** Marks what is invented to show the software, and the counts where it enters. */
export function Demonstration() {
  return <span className="demonstration" lang={useLanguage()}>{useWords(conventionMessages).demonstration}</span>;
}
