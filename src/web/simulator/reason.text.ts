import type { PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import type { AidView, ReasonView } from './answer.view.ts';

/** Why an aid is closed, or what no source says of it: conditions quoted, so that one not met is not read as a fact. */
export function reasonsOf({ outcome, because }: Pick<AidView, 'outcome' | 'because'>, language: PageLanguage): { lead: string; reasons: string[] } {
  const { result } = simulatorMessages[language];
  const reasons = [...new Set(because.map((one) => reasonText(one, language)))];
  return { lead: outcome === 'unknown' ? result.notKnown : reasons.length === 1 ? result.because.one : result.because.many, reasons };
}

/** `« Vous avez moins de 30 ans » (vous : 42 ans ; moins de 30 ans)`, or the ways that were tried. */
function reasonText({ text, compared, ways }: ReasonView, language: PageLanguage): string {
  const { result: words, semicolon } = simulatorMessages[language];
  const beside = compared ?? (ways.length > 0 ? words.ways(ways.join(semicolon)) : undefined);
  return beside === undefined ? words.reason(text) : `${words.reason(text)} (${beside})`;
}
