import type { Legal } from '../legal.ts';
import { useWords } from '../language.ts';
import { legalMessages } from '../messages/legal.ts';
import { useShell } from '../shell/shell-context.ts';

/** What only the site's operator knows; where it is missing, the page says so, and where to write it on pointing. */
export function Operator({ line }: { line: keyof Legal }) {
  const value = useShell().legal[line];
  const words = useWords(legalMessages);
  return value === undefined ? <span className="note" title={words.toCompleteIn(line)}>{words.toComplete}</span> : <span lang="fr">{value}</span>;
}
