import { cellText } from '../../indicators/index.ts';
import type { LinkCommune } from '../../needs/index.ts';
import { formatEuros, formatNumber, formatPercent } from '../../platform/i18n/format.ts';
import { useLanguage, useWords } from '../language.ts';
import { linkMessages } from '../messages/link.ts';

/** A commune with what its figures are read against. */
interface Of { commune: LinkCommune; newestMap: string; own: string }

/** The expected rent with its interval and the effort; what weakens it below. */
export function RentFigure({ commune: { rent, effort }, newestMap, own }: Of) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  if (!rent || !effort) return <span className="no-figure">{words.unknown}</span>;
  const euros = (value: number): string => formatEuros(value, 0, language);
  const share = (value: number): string => formatPercent(value, 0, language);
  const notes = [
    rent.low !== null && rent.high !== null ? words.rentBetween(euros(rent.low), euros(rent.high)) : '',
    words.effort(share(effort.central)) + (effort.low !== null && effort.high !== null ? ` (${words.effortBetween(share(effort.low), share(effort.high))})` : ''),
    rent.period < newestMap ? words.oldMap(rent.period) : '',
    rent.product === own ? '' : words.allFlats,
  ];
  return <><span className="figures">{euros(rent.central)}</span>{notes.filter(Boolean).map((note) => <span key={note} className="row-note">{note}</span>)}</>;
}

/** The same in a table's cell: the rent and its interval. */
export function RentCell({ commune: { rent }, own }: Pick<Of, 'commune' | 'own'>) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  if (!rent) return <span className="no-figure">{words.unknown}</span>;
  const euros = (value: number): string => formatEuros(value, 0, language);
  return (
    <>
      <span className="figures">{euros(rent.central)}</span>
      {rent.low !== null && rent.high !== null && <span className="row-note figures">{words.between(euros(rent.low), euros(rent.high))}</span>}
      {rent.product !== own && <span className="row-note">{words.allFlats}</span>}
    </>
  );
}

/** The part of the income that the rent takes, and its interval. */
export function EffortCell({ commune: { effort } }: Pick<Of, 'commune'>) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  if (!effort) return <span className="no-figure">{words.unknown}</span>;
  const share = (value: number): string => formatPercent(value, 0, language);
  return <><span className="figures">{share(effort.central)}</span>{effort.low !== null && effort.high !== null && <span className="row-note figures">{words.between(share(effort.low), share(effort.high))}</span>}</>;
}

/** How the commune stands, with the year of a rent that is not the newest. */
export function Standing({ commune: { reach, rent } }: Pick<Of, 'commune'>) {
  const words = useWords(linkMessages);
  return <span className={`row-note reach reach-${reach}`}>{reach === 'older' && rent ? words.olderOf(rent.period) : words.reaches[reach]}</span>;
}

/** The social stock and its vacancy. */
export function SocialFigure({ commune: { social } }: Pick<Of, 'commune'>) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  const none = social.dwellings.kind === 'missing';
  return (
    <>
      <span className={none ? 'no-figure' : 'figures'}>{cellText(social.dwellings, { unit: 'dwellings', digits: 0 }, language)}</span>
      {social.vacancy.kind === 'number' && <span className="row-note">{words.vacant(formatPercent(social.vacancy.value, 1, language))}</span>}
    </>
  );
}

/** The price of the dwelling looked at, by the median price of a m². */
export function PriceFigure({ commune: { price } }: Pick<Of, 'commune'>) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  if (!price) return <span className="no-figure">{words.unknown}</span>;
  return <><span className="figures">{formatEuros(price.euros, 0, language)}</span><span className="row-note">{words.perM2(formatEuros(price.eurosPerM2, 0, language))}, {price.period}</span></>;
}

/** The estimated way to the job. */
export function Way({ commune: { straightKm, minutes } }: Pick<Of, 'commune'>) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  if (straightKm === null || minutes === null) return <span className="no-figure">{words.unknown}</span>;
  if (minutes === 0) return <span className="figures">{words.onTheSpot}</span>;
  return <><span className="figures">{words.minutes(minutes)}</span>{' '}<span className="row-note figures">{words.kilometres(formatNumber(straightKm, 1, language))}</span></>;
}
