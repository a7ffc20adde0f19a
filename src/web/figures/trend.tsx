import { perimeterText } from '../../indicators/index.ts';
import { formatPeriod } from '../../platform/i18n/format.ts';
import { Figure } from '../components/figure.tsx';
import { as } from '../components/table-roles.ts';
import { useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import type { TrendDrawing } from './pictures.ts';
import { TrendPicture } from './trend-picture.tsx';
import type { ObservatoryView } from './view.ts';

/** The territory (or the chosen commune) over time, with its table. */
export function Trend({ view, name, chart }: { view: ObservatoryView; name: string; chart: TrendDrawing | null }) {
  const words = useWords(observatoryMessages).trend;
  const never = view.definition.territoryValue === 'never' && !view.selected;
  return (
    <section aria-labelledby="trend-heading">
      <h2 id="trend-heading">{words.title(name)}</h2>
      {never && <p>{words.chooseCommune}</p>}
      {!never && (
        <div className="trend">
          {chart ? <TrendPicture chart={chart} /> : <p className="note">{view.periods.length < 2 ? words.onePeriod : ''}</p>}
          <PeriodTable view={view} name={name} />
        </div>
      )}
    </section>
  );
}

function PeriodTable({ view, name }: { view: ObservatoryView; name: string }) {
  const language = useLanguage();
  const messages = useWords(observatoryMessages);
  const words = messages.trend;
  const number = view.definition.unit === 'category' ? undefined : 'number';
  const withPerimeter = view.trend.some((reading) => reading.perimeter !== null);
  return (
    <table className={withPerimeter ? 'stack-on-phone' : undefined} {...as.table}>
      <caption className="visually-hidden">{words.caption(view.definition.label[language], name)}</caption>
      <thead {...as.group}>
        <tr {...as.row}>
          <th scope="col" {...as.head}>{words.period}</th>
          <th scope="col" {...as.head} className={number}>{view.definition.shortLabel[language]}</th>
          {withPerimeter && <th scope="col" {...as.head}>{words.perimeter}</th>}
        </tr>
      </thead>
      <tbody {...as.group}>
        {view.trend.toReversed().map((reading) => (
          <tr {...as.row} key={reading.period}>
            <th scope="row" {...as.rowHead}>{formatPeriod(reading.period, language)}</th>
            <td {...as.cell} data-label={withPerimeter ? view.definition.shortLabel[language] : undefined} className={number}><Figure cell={reading.cell} of={view.definition} /></td>
            {withPerimeter && <td {...as.cell} data-label={words.perimeter}>{perimeterText(reading, language)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
