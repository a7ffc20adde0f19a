import { perimeterText } from '../../indicators/index.ts';
import { colonIn } from '../../platform/i18n/format.ts';
import { SourceLine, datasetsOf } from '../components/source-line.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import type { ObservatoryView } from './view.ts';

/** What the figure means and where it comes from: below the title, in the open. */
export function IndicatorNotes({ view }: { view: ObservatoryView }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  const { definition, territory } = view;
  const datasets = datasetsOf([...(territory ? [territory] : []), ...view.rows.map((row) => row.reading)]);
  return (
    <div className="indicator-notes">
      <p className="indicator-definition">{definition.definition[language]}</p>
      {definition.methodBreaks && <p className="note caution">{definition.methodBreaks.text[language]}</p>}
      <p className="note">
        {datasets.length > 0 && <>{words.source}{colonIn(language)}<SourceLine datasets={datasets} />. </>}
        {territory?.perimeter && view.period !== null && <>{words.trend.perimeter}{colonIn(language)}{perimeterText(territory, language)}. </>}
        {definition.secrecy && <>{definition.secrecy[language]} </>}
        <a href={pathIn(language, `/observatoire/indicateurs/${definition.id}`)}>{words.card}</a>
      </p>
    </div>
  );
}
