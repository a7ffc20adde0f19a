import { needAYear, wantedFiles, type Estimate } from '../../needs/index.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { dwellings } from './written.ts';

const words = scenarioWords.one;

/** The need in five figures, each with what it is; or which files are lacking. */
export function Result({ estimate }: { estimate: Estimate }) {
  const { flow, baseYear, projection, horizonResorption, stockDeficit } = estimate;
  if (!flow) {
    return (
      <div className="teach">
        <p><strong>{words.missing}</strong></p>
        <p>{words.missingText}</p>
        <ul>{estimate.files.map((file) => <li key={file}>{wantedFiles[file]}</li>)}</ul>
      </div>
    );
  }
  const { peakYear, totals } = flow;
  const figures: readonly (readonly [string, string, string])[] = [
    [words.perYear, dwellings(needAYear(estimate) ?? 0), words.perYearText(baseYear, peakYear)], [words.total, dwellings(totals.housingNeeds), words.totalText(baseYear, peakYear)],
    [words.flux, dwellings(flow.flux), words.fluxText], [words.stock, dwellings(flow.stockBeforePeak), words.stockText(dwellings(stockDeficit ?? 0), horizonResorption)],
    [words.peak, String(peakYear), words.peakText], [words.surplus, dwellings(totals.surplusHousing), words.surplusText(baseYear, projection)],
  ];
  return (
    <>
      {peakYear === baseYear && <p>{words.decline(baseYear)}</p>}
      <ul className="need-figures">
        {figures.map(([label, value, text]) => <li key={label}><span className="need-label">{label}</span> <span className="need-value">{value}</span> <span className="note">{text}</span></li>)}
      </ul>
    </>
  );
}
