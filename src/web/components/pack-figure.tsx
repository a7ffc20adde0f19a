import type { PackFigure } from '../../steering/index.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { committeeMessages } from '../messages/committee.ts';
import { Picture } from './picture.tsx';

const stateClass = { reached: 'state-done', watch: 'state-watch', late: 'state-late' } as const;

/** A figure of the committee: its value, its change, what it is held against, its source; its series behind its picture. */
export function PackFigureCard({ figure, trend, note }: { figure: PackFigure; trend: string | null; note: string | null }) {
  const language = useLanguage();
  const { target, state } = figure;
  return (
    <li className="pack-figure unbroken" data-indicator={figure.indicator}>
      <h3><a href={pathIn(language, `/observatoire/indicateurs/${figure.indicator}`)}>{figure.label}</a></h3>
      <p className={figure.cell.kind === 'number' ? 'pack-value' : 'pack-value pack-value-words'}>
        <span className="figures" data-value>{figure.value}</span> <span className="pack-unit">{[figure.unitAfter, figure.periodLabel].filter(Boolean).join(', ')}</span>
      </p>
      <div className="pack-trend">
        {trend && <Picture svg={trend} />}
        <p>{figure.trend.direction && <span className={`direction direction-${figure.trend.direction}`} aria-hidden="true" />}{figure.trend.text}</p>
      </div>
      <p className="pack-target">
        {state && <span className={`state ${stateClass[state.code]}`}>{state.word}</span>}
        <span>{(target.kind === 'fixed' || target.kind === 'toBeSet') && <><TargetWord />{' '}</>}<span className={target.kind === 'fixed' ? 'pack-adopted' : undefined}>{target.text}</span></span>
        {target.source && <span className="note">{target.source}</span>}
      </p>
      <div className="pack-source note">
        <p>{figure.source}</p>
        {note && <p>{note}</p>}
        {figure.trend.points.length > 1 && <Series figure={figure} />}
      </div>
    </li>
  );
}

function TargetWord() {
  const language = useLanguage();
  return <span className="pack-word" lang={language}>{useWords(committeeMessages).target}</span>;
}

/** The picture's values, one for each period, with what breaks the series. */
function Series({ figure }: { figure: PackFigure }) {
  const language = useLanguage();
  const words = useWords(committeeMessages);
  const breaks = Map.groupBy(figure.trend.breaks, ({ period }) => period);
  return (
    <details>
      <summary><span lang={language}>{words.series}</span> <span className="visually-hidden">{figure.label}</span></summary>
      <table>
        <thead lang={language}><tr><th scope="col">{words.period}</th><th scope="col" className="number">{words.value}</th></tr></thead>
        <tbody>
          {figure.trend.points.map((point) => (
            <tr key={point.period}>
              <th scope="row">{point.label}{breaks.get(point.period)?.map(({ text }) => <span key={text} className="row-note"><span lang={language}>{words.breakHere}</span> {text}</span>)}</th>
              <td className="number figures">{point.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
