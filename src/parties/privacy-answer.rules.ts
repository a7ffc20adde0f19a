import type { PlainDate } from '../platform/clock.ts';
import { formatDay } from '../platform/i18n/format.ts';
import { monthsAfter } from '../platform/privacy/period.rules.ts';
import type { Kept } from '../platform/privacy/personal-area.ts';

/** An answer is due within a month of the request (GDPR, article 12.3). */
export const dueOn = (askedOn: PlainDate): PlainDate => monthsAfter(askedOn, 1);

/** What a person reads once her data are erased: what went, and what the law lets stay, why, until when (articles 12.4 and 17.3). */
export const erasureAnswer = (on: PlainDate, kept: readonly Kept[]): string => [
  `Le ${formatDay(on, 'fr')}, votre identité, vos coordonnées, votre foyer, vos accords, les notes, vos documents et votre compte ont été effacés.`,
  ...(kept.length === 0 ? [] : ['Restent, comme le règlement le permet :', ...kept.map(({ what, why, until }) => `– ${what} (${why}) : ${until}.`)]),
  'Les sauvegardes faites avant ce jour sont gardées à part et remplacées à leur tour ; rien n’en est remis en service sans que cet effacement soit refait.',
  'Vous pouvez adresser une réclamation à la CNIL (cnil.fr) ou un recours au tribunal.',
].join('\n');
