import { formatInteger, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import type { AidView } from './answer.view.ts';

export interface ResultGroup { id: 'maintenant' | 'preciser' | 'pourrait' | 'inconnu' | 'non' | 'fermees'; title: string; aids: readonly AidView[] }

/** A result in one sentence, then its aids by what they are to the person; page and paper say the same. */
export function resultGroups(aids: readonly AidView[], language: PageLanguage): { summary: string; groups: readonly ResultGroup[] } {
  const { result } = simulatorMessages[language];
  const now = aids.filter(({ outcome }) => outcome === 'yes');
  const could = aids.filter(({ outcome, waysIn }) => outcome === 'no' && waysIn.length > 0);
  const groups: ResultGroup[] = [
    { id: 'maintenant', title: result.now, aids: now },
    { id: 'preciser', title: result.open, aids: aids.filter(({ outcome }) => outcome === 'open') },
    { id: 'pourrait', title: result.could, aids: could },
    { id: 'inconnu', title: result.unknown, aids: aids.filter(({ outcome }) => outcome === 'unknown') },
    { id: 'non', title: result.not, aids: aids.filter((aid) => aid.outcome === 'no' && !could.includes(aid) && !aid.closed) },
    { id: 'fermees', title: result.closed, aids: aids.filter((aid) => aid.closed && !could.includes(aid)) },
  ];
  const summary = now.length === 0 ? result.summary.none : now.length === 1 ? result.summary.one : result.summary.many(formatInteger(now.length, language));
  return { summary, groups: groups.filter((group) => group.aids.length > 0) };
}
