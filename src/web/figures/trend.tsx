import { formatPeriod } from '../../platform/i18n/format.ts';
import { Figure } from '../components/figure.tsx';
import { Picture } from '../components/picture.tsx';
import { useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import type { ObservatoryView } from './view.ts';

/** The territory (or the chosen commune) over time, with its table. */
export function Trend({ view, name, chart }: { view: ObservatoryView; name: string; chart: string | null }) {
  const words = useWords(observatoryMessages).trend;
  const never = view.definition.territoryValue === 'never' && !view.selected;
  return (
    <section aria-labelledby="trend-heading">
      <h2 id="trend-heading">{words.title(name)}</h2>
      {never && <p>{words.chooseCommune}</p>}
      {!never && (
        <div className="trend">
          {chart ? <Picture svg={chart} /> : <p className="note">{view.periods.length < 2 ? words.onePeriod : ''}</p>}
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
    <table>
      <caption className="visually-hidden">{words.caption(view.definition.label[language], name)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          <th scope="col" className={number}>{view.definition.shortLabel[language]}</th>
          {withPerimeter && <th scope="col">{words.perimeter}</th>}
        </tr>
      </thead>
      <tbody>
        {view.trend.toReversed().map((reading) => (
          <tr key={reading.period}>
            <th scope="row">{formatPeriod(reading.period, language)}</th>
            <td className={number}><Figure cell={reading.cell} of={view.definition} /></td>
            {withPerimeter && <td>{reading.perimeter && messages.perimeter(reading.perimeter.communes, reading.perimeter.year, reading.perimeter.datedByFile)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
