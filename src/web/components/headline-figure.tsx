import type { Headline } from '../headline.rules.ts';

/** One figure with its unit, period, source and trend; it opens its card. */
export function HeadlineFigure({ figure, context }: { figure: Headline; context?: string }) {
  return (
    <div className="headline">
      {context && <p className="headline-context note">{context}</p>}
      <p className="headline-value">
        <a href={figure.href}>{figure.text}{figure.unit && <span className="headline-unit"> {figure.unit}</span>}</a>
      </p>
      <p className="headline-label">{figure.label}{figure.period && `, ${figure.period}`}{figure.perimeter && `, ${figure.perimeter}`}</p>
      {figure.trend && <div className="headline-trend" dangerouslySetInnerHTML={{ __html: figure.trend }} />}
      {figure.source && <p className="headline-source note">{figure.source}</p>}
    </div>
  );
}
