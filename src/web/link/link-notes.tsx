import { missing, periodText, type DatasetReference } from '../../indicators/index.ts';
import { assumptions, type LinkAnswer } from '../../needs/index.ts';
import { colonIn, formatEuros, formatNumber, formatPercent } from '../../platform/i18n/format.ts';
import { Figure } from '../components/figure.tsx';
import { SourceLine } from '../components/source-line.tsx';
import { as } from '../components/table-roles.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { linkMessages } from '../messages/link.ts';
import type { BalanceLine } from './view.ts';

/** How the household stands to the ceilings of social housing. */
export function SocialStanding({ answer: { ceilings, standings, communes } }: { answer: LinkAnswer }) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  const open = communes[0]?.social.open ?? 'unknown';
  const { low, high } = assumptions.referenceIncome;
  return (
    <section aria-labelledby="social">
      <h2 id="social">{words.socialTitle}</h2>
      <p className="measure">{words.open[open]}</p>
      <dl className="facts">
        {(['PLAI', 'PLUS', 'PLS'] as const).map((kind) => (
          <div key={kind} className="facts-row">
            <dt>{words.kinds[kind]}</dt>
            <dd>{words.standings[standings[kind]]}{ceilings[kind] !== undefined && <span className="note">, {words.ceiling(formatEuros(ceilings[kind] ?? 0, 0, language))}</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="note measure">
        {words.socialNote(formatPercent(low, 0, language), formatPercent(high, 0, language))} <a href={pathIn(language, '/regles/plafonds-plus')}>{words.ceilingsRule}</a>
      </p>
    </section>
  );
}

/** What the answer supposes, in the open. */
export function Assumptions() {
  const language = useLanguage();
  const words = useWords(linkMessages);
  const { rent, allowance, way, estimate } = words.assumptions;
  return (
    <section aria-labelledby="how">
      <h2 id="how">{words.how}</h2>
      <ul className="measure">
        <li>{rent}</li>
        <li>{allowance} <a href={pathIn(language, '/simulateur')}>{estimate}</a>.</li>
        <li>{way(formatNumber(assumptions.detour, 1, language), String(assumptions.kilometresPerHour))}</li>
      </ul>
    </section>
  );
}

/** A figure that its source gives for the whole territory only. */
const ofWholeOnly = missing('notInSource');

/** Jobs and people in work, for the commune of the job and for the territory. Each figure leads to its card. */
export function BalanceTable({ lines, datasets, commune, territory }: { lines: readonly BalanceLine[]; datasets: readonly DatasetReference[]; commune: { code: string; name: string } | null; territory: { code: string; name: string } }) {
  const language = useLanguage();
  const words = useWords(linkMessages);
  const cell = (line: BalanceLine, reading: BalanceLine['territory'], { code: area, name }: { code: string; name: string }) => (
    <td {...as.cell} className="number" data-label={name}>
      {reading && <a className="card-link" href={pathIn(language, `/observatoire/indicateurs/${line.definition.id}?lieu=${area}`)}><Figure cell={reading.cell} of={line.definition} /></a>}
    </td>
  );
  return (
    <section aria-labelledby="balance">
      <h2 id="balance">{words.balance}</h2>
      <p className="note measure">{words.balanceNote}</p>
      <table {...as.table} className="balance stack-on-phone">
        <caption className="visually-hidden">{words.balance}</caption>
        <thead {...as.group}>
          <tr {...as.row}><th scope="col" {...as.head}>{words.figure}</th>{commune && <th scope="col" {...as.head} className="number">{commune.name}</th>}<th scope="col" {...as.head} className="number">{territory.name}</th></tr>
        </thead>
        <tbody {...as.group}>
          {lines.map((line) => (
            <tr {...as.row} key={line.definition.id}>
              <th scope="row" {...as.rowHead}>{line.definition.label[language]}{line.territory && line.territory.period !== '' && <span className="row-note">{periodText(line.definition.id, line.territory.period, language)}</span>}</th>
              {commune && (line.definition.grain === 'commune' ? cell(line, line.commune, commune) : <td {...as.cell} className="number" data-label={commune.name}><Figure cell={ofWholeOnly} of={line.definition} /></td>)}
              {cell(line, line.territory, territory)}
            </tr>
          ))}
        </tbody>
      </table>
      {datasets.length > 0 && <p className="note">{words.source}{colonIn(language)}<SourceLine datasets={datasets} />.</p>}
    </section>
  );
}
