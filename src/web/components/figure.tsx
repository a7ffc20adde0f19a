import { cellText, missingReasonText, unitAfter, type Cell, type IndicatorDefinition } from '../../indicators/index.ts';
import { useLanguage } from '../language.ts';

type Written = Pick<IndicatorDefinition, 'unit' | 'digits'>;

/** A figure as every door writes it. What is not a figure is said in words, with why. */
export function Figure({ cell, of, unit = false }: { cell: Cell; of: Written; unit?: boolean }) {
  const language = useLanguage();
  const text = cellText(cell, of, language);
  if (cell.kind === 'missing') return <span className="no-figure" title={missingReasonText(cell.reason, language)}>{text}</span>;
  if (cell.kind === 'secret') return <span className="no-figure figure-secret">{text}</span>;
  if (cell.kind === 'category') return <span lang={language === 'en' ? 'fr' : undefined}>{text}</span>;
  const after = unitAfter(of.unit, language);
  return <span className="figures">{text}{unit && after && <>{'\u00a0'}<span className="figure-unit">{after}</span></>}</span>;
}
