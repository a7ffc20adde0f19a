import { assumptions, type HomeCost } from '../../needs/index.ts';
import { formatEuros, formatInteger, formatPercent } from '../../platform/i18n/format.ts';
import { usePageLanguage, usePageWords } from '../language.ts';
import { as } from '../components/table-roles.ts';
import { welcomeMessages } from '../messages/welcome.ts';

/** Households by size, with the words that name them. */
const households = { 1: 'one', 2: 'two', 4: 'four', 5: 'five' } as const;

/** The sizes of household that the page shows. */
export const shownSizes = Object.keys(households).map(Number);

/** Rents from the cheapest commune to the dearest, and the wages that they ask for. */
export function HomeCosts({ costs, communes }: { costs: readonly HomeCost[]; communes: number }) {
  const language = usePageLanguage();
  const words = usePageWords(welcomeMessages);
  const between = (low: number, high: number): string => {
    const [from, to] = [low, high].map((value) => formatEuros(Math.round(value / 10) * 10, 0, language));
    return from === to ? `${from}` : words.between(`${from}`, `${to}`);
  };
  const known = costs.find(({ rent }) => rent !== null)?.rent;
  return (
    <>
      <table {...as.table} className="stack-on-phone home-costs">
        <caption className="visually-hidden">{words.costs}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th scope="col" {...as.head}>{words.who}</th><th scope="col" {...as.head}>{words.home}</th><th scope="col" {...as.head}>{words.rent}</th><th scope="col" {...as.head}>{words.needed}</th>
          </tr>
        </thead>
        <tbody {...as.group}>
          {costs.map(({ persons, dwelling, rent }) => (
            <tr {...as.row} key={persons}>
              <th scope="row" {...as.rowHead}>{words.households[households[persons as keyof typeof households]]}</th>
              <td {...as.cell} data-label={words.home}>{words.dwellings[dwelling.product](formatInteger(dwelling.surfaceM2, language))}</td>
              <td {...as.cell} data-label={words.rent}>
                {rent ? <span className="figures">{between(rent.low, rent.high)}</span> : <span className="no-figure">{words.unknown}</span>}
                {rent && <span className="row-note">{words.communesKnown(formatInteger(rent.communes, language), formatInteger(communes, language), rent.period)}{!rent.own && ` ${words.byFlats}`}</span>}
              </td>
              <td {...as.cell} data-label={words.needed}>{rent ? <span className="figures">{between(rent.wageLow, rent.wageHigh)}</span> : <span className="no-figure">{words.unknown}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {known && <p className="note measure">{words.costsNote(formatPercent(assumptions.effort, 0, language))}</p>}
    </>
  );
}
