import { ceilAt, floorAt, formatInteger, formatPercent } from '../../platform/i18n/format.ts';
import { needsWords as words } from '../messages/needs.ts';
import { RangeBar } from './range-bar.tsx';
import type { Shown } from './view.ts';

/** Households are said by tens, from a thousand on by hundreds, outwards: a synthetic population is not known to the unit. */
function rounded(value: number, round: (value: number, digits: number) => number): string {
  const step = value >= 1_000 ? 100 : 10;
  return formatInteger(round(value / step, 0) * step, 'fr');
}

/** An interval in words: "38 100 à 45 100", "45 100 au plus". */
export const rangeText = ({ low, high }: { low: number; high: number }): string =>
  (low === 0 ? (high === 0 ? '0' : `${rounded(high, ceilAt)} au plus`) : low === high ? `environ ${rounded(low, Math.round)}` : `${rounded(low, floorAt)} à ${rounded(high, ceilAt)}`);

/** An interval of households: its words, its bar on the whole, and what a moved ceiling changes of it. */
export function HouseholdRange({ range, whole }: { range: Shown; whole: number }) {
  const { low, high, moved } = range;
  return (
    <>
      {rangeText(range)}
      {moved && <span className="note"> ({[...new Set([moved.low, moved.high].toSorted((a, b) => a - b).map(signed))].join(' à ')})</span>}
      <RangeBar low={low} central={null} high={high} whole={whole} />
    </>
  );
}

/** A difference, rounded as what it is taken from; the smallest there is, not to the unit. */
const signed = (value: number): string => (value === 0 ? '+0' : `${value < 0 ? '−' : '+'}${rounded(Math.abs(value), (one) => Math.max(1, Math.round(one)))}`);

/** A share with its bounds where there are some: "41 % (de 37 à 46 %)". */
export function shareText({ low, central, high }: { low: number | null; central: number | null; high: number | null }): string {
  if (central === null) return '—';
  const centre = formatPercent(central, 0, 'fr');
  return low === null || high === null ? `${words.range.about} ${centre}` : `${centre} (${formatPercent(low, 0, 'fr')} à ${formatPercent(high, 0, 'fr')})`;
}
