import type { Legal } from '../legal.ts';
import { useWords } from '../language.ts';
import { legalMessages } from '../messages/legal.ts';
import { useShell } from '../shell/shell-context.ts';

/** What only the site's operator knows; where it is missing, the page says where to write it. */
export function Operator({ line }: { line: keyof Legal }) {
  const value = useShell().legal[line];
  const words = useWords(legalMessages);
  return value === undefined ? <span className="no-figure">{words.toComplete(line)}</span> : <span lang="fr">{value}</span>;
}
