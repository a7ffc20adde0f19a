import { formatInteger, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import type { AidView } from './answer.view.ts';

/** A result in words, in the order of page and paper. */
interface Result {
  summary: string;
  groups: readonly ResultGroup[];
  /** Nothing can be had or asked for now: whom to turn to comes before what is closed. */
  nothingNow: boolean;
}

export interface ResultGroup { id: 'maintenant' | 'demander' | 'preciser' | 'pourrait' | 'inconnu' | 'non' | 'fermees'; title: string; aids: readonly AidView[] }

/** A result in a few sentences, then its aids by what they are to the person; page and paper say the same. */
export function resultGroups(aids: readonly AidView[], language: PageLanguage): Result {
  const { result } = simulatorMessages[language];
  const could = aids.filter(({ outcome, waysIn, opens }) => outcome === 'no' && (waysIn.length > 0 || opens !== undefined));
  const groups: ResultGroup[] = [
    { id: 'maintenant', title: result.now, aids: aids.filter(({ outcome }) => outcome === 'yes') },
    { id: 'demander', title: result.askNow, aids: aids.filter(({ askNow }) => askNow) },
    { id: 'preciser', title: result.open, aids: aids.filter(({ outcome, askNow }) => outcome === 'open' && !askNow) },
    { id: 'pourrait', title: result.could, aids: could },
    { id: 'inconnu', title: result.unknown, aids: aids.filter(({ outcome }) => outcome === 'unknown') },
    { id: 'non', title: result.not, aids: aids.filter((aid) => aid.outcome === 'no' && !could.includes(aid) && !aid.closed) },
    { id: 'fermees', title: result.closed, aids: aids.filter((aid) => aid.closed && !could.includes(aid)) },
  ];
  return { summary: summaryOf(aids, could, language), groups: groups.filter((group) => group.aids.length > 0), nothingNow: !aids.some(({ outcome, askNow }) => outcome === 'yes' || askNow) };
}

/** Nothing is said closed while answers or sources are missing for it; what would change it is only announced where it follows. */
function summaryOf(aids: readonly AidView[], could: readonly AidView[], language: PageLanguage): string {
  const { summary } = simulatorMessages[language].result;
  const count = (outcome: AidView['outcome']): number => aids.filter((aid) => aid.outcome === outcome).length;
  const asked = aids.filter(({ askNow }) => askNow).length;
  const [now, open, unknown, not] = [count('yes'), count('open') - asked, count('unknown'), count('no')];
  const later = could.filter(({ opens }) => opens !== undefined).length;
  const said = (number: number, sentence: (count: number, text: string) => string): string[] => (number > 0 ? [sentence(number, formatInteger(number, language))] : []);
  const first = now > 0 ? said(now, summary.now) : asked > 0 ? [] : open > 0 ? [summary.undecided] : unknown > 0 ? [] : [summary.none];
  return [
    ...first, ...said(asked, summary.askNow), ...said(open, summary.open), ...said(unknown, summary.unknown),
    ...(now === 0 && asked + open + unknown > 0 ? said(not, summary.not) : []), ...said(later, summary.later),
    ...(now + asked === 0 && aids.some(({ openToAll }) => openToAll !== undefined) ? [summary.canDo] : []),
    ...(could.length > later ? [now > 0 ? summary.more : summary.change] : []),
  ].join(' ');
}
