import { assumptions, type LinkAnswer, type LinkCommune } from '../../needs/index.ts';
import { colonIn, formatEuros, formatInteger, formatPercent } from '../../platform/i18n/format.ts';
import { Picture } from '../components/picture.tsx';
import { SourceLine } from '../components/source-line.tsx';
import { as } from '../components/table-roles.ts';
import type { Drawing } from '../figures/pictures.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { linkMessages } from '../messages/link.ts';
import { EffortCell, PriceFigure, RentCell, RentFigure, SocialFigure, Standing, Way } from './commune-figures.tsx';
import type { Wish } from './query.ts';

/** As many as one compares at a glance; the table has them all. */
const mostCards = 6;

interface Shown { answer: LinkAnswer; wish: Wish; map: Drawing | null; chosen: string | null }

/** The finding, the nearest communes within reach, then all of them on the map and in the table. */
export function LinkAnswerView({ answer, wish, map, chosen }: Shown) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  const within = wish === 'location' ? answer.communes.filter(({ reach }) => reach === 'within' || reach === 'older') : [];
  const older = within.filter(({ reach }) => reach === 'older').length;
  return (
    <section aria-labelledby="finding">
      <h2 id="finding">{useFinding(answer, wish)}</h2>
      <p className="note measure">
        {older > 0 && <>{words.alsoOlder(older)} </>}
        {wish !== 'social' && words.looked(words.dwellings[answer.dwelling.product], formatInteger(answer.dwelling.surfaceM2, language))}
        {wish === 'location' && <> {words.threshold(formatPercent(assumptions.effort, 0, language))}</>}
      </p>
      {within.length > 0 && <Cards communes={within.slice(0, mostCards)} answer={answer} more={within.length - mostCards} />}
      <div className={map ? 'observatory link-answer' : 'observatory observatory-table-only'}>
        {map && <div className="observatory-picture"><Picture svg={map} className="map" /></div>}
        <LinkTable answer={answer} wish={wish} chosen={chosen} />
      </div>
    </section>
  );
}

function useFinding({ communes, workName, incomeEuros }: LinkAnswer, wish: Wish): string {
  const language = useLanguage();
  const words = useWords(linkMessages);
  if (wish === 'social') return words.findingSocial(workName);
  if (wish === 'achat') return words.findingBuy(workName);
  if (communes.every(({ reach }) => reach === 'unknown')) return words.findingUnknown;
  const count = communes.filter(({ reach }) => reach === 'within').length;
  const income = formatEuros(incomeEuros, 0, language);
  return count === 0 ? words.findingNone(workName, income) : words.finding(count, workName, income);
}

function Cards({ communes, answer, more }: { communes: readonly LinkCommune[]; answer: LinkAnswer; more: number }) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  return (
    <>
      <h3>{words.near}</h3>
      <ol className="link-cards">
        {communes.map((commune) => (
          <li key={commune.code} data-area={commune.code}>
            <h4><a href={pathIn(language, `/observatoire/communes/${commune.code}`)}>{commune.name}</a></h4>
            <p className="link-card-way"><Way commune={commune} /></p>
            <p><RentFigure commune={commune} newestMap={answer.newestMap} own={answer.dwelling.product} /></p>
            <p className="note">{words.table.social}{colonIn(language)}<SocialFigure commune={commune} /></p>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="note">{words.more(more)}</p>}
    </>
  );
}

function LinkTable({ answer, wish, chosen }: Omit<Shown, 'map'>) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  const { communes, dwelling } = answer;
  const column = { location: words.table.rent, social: words.table.social, achat: words.table.price }[wish];
  return (
    <div className="observatory-table">
      <table {...as.table} className="communes stack-on-phone link-table">
        <caption>{wish === 'location' ? words.table.caption : words.table.captionNear}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th scope="col" {...as.head}>{words.table.commune}</th>
            <th scope="col" {...as.head}>{column}</th>
            {wish === 'location' && <th scope="col" {...as.head}>{words.table.effort}</th>}
            <th scope="col" {...as.head}>{words.table.way}</th>
          </tr>
        </thead>
        <tbody {...as.group}>
          {communes.map((commune) => (
            <tr {...as.row} key={commune.code} id={`commune-${commune.code}`} data-area={commune.code} className={commune.code === chosen ? 'chosen' : undefined}>
              <th scope="row" {...as.rowHead}>
                <a href={pathIn(language, `/observatoire/communes/${commune.code}`)}>{commune.name}</a>
                {wish === 'location' && <Standing commune={commune} />}
              </th>
              <td {...as.cell} data-label={column}>
                {wish === 'location' && <RentCell commune={commune} own={dwelling.product} />}
                {wish === 'social' && <SocialFigure commune={commune} />}
                {wish === 'achat' && <PriceFigure commune={commune} />}
              </td>
              {wish === 'location' && <td {...as.cell} data-label={words.table.effort}><EffortCell commune={commune} /></td>}
              <td {...as.cell} data-label={words.table.way}><Way commune={commune} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.datasets.length > 0 && <p className="note">{words.source}{colonIn(language)}<SourceLine datasets={answer.datasets} />.</p>}
    </div>
  );
}
