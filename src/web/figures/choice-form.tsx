import type { IndicatorDefinition, Theme } from '../../indicators/index.ts';
import { formatPeriod } from '../../platform/i18n/format.ts';
import type { Commune } from '../../territory/index.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { displays, firstOrder, type ObservatoryQuery } from './query.rules.ts';

interface Choices {
  query: ObservatoryQuery;
  definitions: readonly IndicatorDefinition[];
  periods: readonly string[];
  communes: readonly Commune[];
}

/** Indicator, period, commune and display on one line. A plain form; the script sends it at each change. */
export function ChoiceForm({ query, definitions, periods, communes }: Choices) {
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  const byCommune = definitions.find((definition) => definition.id === query.indicator)?.grain === 'commune';
  const themes = [...new Set(definitions.map((definition) => definition.theme))];
  return (
    <form className="choice-form" action={pathIn(language, '/observatoire')} method="get" aria-label={words.form.label} data-sends-itself>
      <Choice id="indicateur" label={words.form.indicator} value={query.indicator}>
        {themes.map((theme) => <IndicatorsOf key={theme} theme={theme} definitions={definitions} />)}
      </Choice>
      <Choice id="periode" label={words.form.period} value={query.period}>
        <option value="">{words.form.latest}</option>
        {periods.toReversed().map((period) => <option key={period} value={period}>{formatPeriod(period, language)}</option>)}
      </Choice>
      {byCommune ? <CommuneChoices query={query} communes={communes} /> : <KeptChoices query={query} />}
      {query.sort !== 'valeur' && <input type="hidden" name="tri" value={query.sort} />}
      {query.order !== firstOrder(query.sort) && <input type="hidden" name="ordre" value={query.order} />}
      <button type="submit">{words.form.submit}</button>
    </form>
  );
}

function CommuneChoices({ query, communes }: Pick<Choices, 'query' | 'communes'>) {
  const words = useWords(observatoryMessages);
  return (
    <>
      <Choice id="commune" label={words.form.commune} value={query.commune}>
        <option value="">{words.form.wholeTerritory}</option>
        {communes.map((commune) => <option key={commune.code} value={commune.code}>{commune.name}</option>)}
      </Choice>
      <Choice id="affichage" label={words.form.display} value={query.display}>
        {displays.map((display) => <option key={display} value={display}>{words.form.displays[display]}</option>)}
      </Choice>
    </>
  );
}

/** What an indicator without communes cannot show stays in the address for the next one. */
function KeptChoices({ query }: Pick<Choices, 'query'>) {
  return (
    <>
      {query.commune !== null && <input type="hidden" name="commune" value={query.commune} />}
      {query.display !== 'carte' && <input type="hidden" name="affichage" value={query.display} />}
    </>
  );
}

function IndicatorsOf({ theme, definitions }: { theme: Theme; definitions: readonly IndicatorDefinition[] }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  return (
    <optgroup label={words.themes[theme]}>
      {definitions.filter((one) => one.theme === theme).map((one) => <option key={one.id} value={one.id}>{one.label[language]}</option>)}
    </optgroup>
  );
}

function Choice({ id, label, value, children }: { id: string; label: string; value: string | null; children: React.ReactNode }) {
  return (
    <div className={`choice choice-${id}`}>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={id} defaultValue={value ?? ''}>{children}</select>
    </div>
  );
}
