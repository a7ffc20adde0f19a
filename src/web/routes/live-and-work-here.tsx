import { latest, type Cell, type Reading } from '../../indicators/index.ts';
import { homeCosts, type BalanceFigure } from '../../needs/index.ts';
import { sourceCatalogue } from '../../observatory/index.ts';
import { formatInteger, formatPercent } from '../../platform/i18n/format.ts';
import { Field } from '../components/form.tsx';
import { Labelled } from '../components/labelled.tsx';
import { SourceLine, datasetsOf } from '../components/source-line.tsx';
import { TeachSources } from '../components/teach.tsx';
import { readIndicators } from '../figures/data.ts';
import { pageLanguageOf, pathIn, usePageLanguage, usePageWords, useSurroundingLang, useWords } from '../language.ts';
import { HomeCosts, shownSizes } from '../link/home-costs.tsx';
import { fieldNames, linkPath } from '../link/query.ts';
import { linkMessages } from '../messages/link.ts';
import { welcomeMessages } from '../messages/welcome.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { ruleGroups } from '../simulator/rule-groups.ts';
import type { Route } from './+types/live-and-work-here';

/** Aids that a newcomer may ask for, as the list of the rules groups and names them. */
const newcomerGroups: readonly string[] = ['rent', 'social'];

const facts = { inside: 'commuting.selfContainment', coming: 'commuting.fromOutside', luxembourg: 'commuting.toLuxembourg' } as const satisfies Record<string, BalanceFigure>;

/** The territory for who is recruited here: costs, aids, distances, and three steps. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { territory } = app;
  const [{ costs, datasets }, readings] = await Promise.all([homeCosts(app, shownSizes), readIndicators(app, Object.values(facts))]);
  const known = Object.values(facts).flatMap((id): readonly Reading[] | Reading => latest(readings.filter(({ indicator }) => indicator === id), territory.code) ?? []);
  const wanted = new Set([...(costs.every(({ rent }) => rent === null) ? ['rents-flat', 'rents-flat-1-2', 'rents-flat-3', 'rents-house'] : []), ...(known.length === 0 ? ['mobpro', 'flow-base'] : [])]);
  return {
    costs, datasets, known, knownDatasets: datasetsOf(known),
    aids: ruleGroups(app.clock.today(), pageLanguageOf(request)).filter(({ id }) => newcomerGroups.includes(id)).flatMap(({ pages }) => pages),
    communes: territory.currentCommunes.flatMap((code) => territory.communes.get(code) ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    name: territory.name,
    wanted: sourceCatalogue.filter(({ id }) => wanted.has(id)),
  };
}

type Data = Route.ComponentProps['loaderData'];

export default function LiveAndWorkHere({ loaderData }: Route.ComponentProps) {
  const { costs, datasets, aids, communes, name, wanted } = loaderData;
  const language = usePageLanguage();
  const words = usePageWords(welcomeMessages);
  const teach = useWords(linkMessages).wanted;
  const around = useSurroundingLang();
  return (
    <Page title={words.title} crumbs={[]} heading={words.headline(name)} lead={<p>{words.lead}</p>}>
      <StartForm communes={communes} />
      <section className="welcome-section" aria-labelledby="costs">
        <h2 id="costs">{words.costs}</h2>
        <HomeCosts costs={costs} communes={communes.length} />
        {datasets.length > 0 && <p className="note" lang={around}><SourceLine datasets={datasets} />.</p>}
      </section>
      <section className="welcome-section" aria-labelledby="aids">
        <h2 id="aids">{words.aids}</h2>
        <p className="note">{words.aidsNote}</p>
        <dl className="rule-list">
          {aids.map(({ id, title, description }) => (
            <div key={id}><dt><a href={pathIn(language, `/regles/${id}`)} lang={title.lang}>{title.text}</a></dt><dd lang={description.lang}>{description.text}</dd></div>
          ))}
        </dl>
        <p className="actions"><a className="button" href={pathIn(language, '/simulateur')}>{words.simulator}</a></p>
      </section>
      <Far {...loaderData} />
      <section className="welcome-section" aria-labelledby="steps">
        <h2 id="steps">{words.steps}</h2>
        <ol className="welcome-steps">
          <li><h3><a href={pathIn(language, linkPath)}>{words.step.compare.title}</a></h3><p>{words.step.compare.text}</p></li>
          <li><h3><a href={pathIn(language, '/simulateur')}>{words.step.help.title}</a></h3><p>{words.step.help.text}</p></li>
          <li><h3><a href={pathIn(language, '/plan-du-site#communes')}>{words.step.choose.title}</a></h3><p>{words.step.choose.text}</p></li>
        </ol>
      </section>
      {wanted.length > 0 && <div lang={around}><TeachSources why={teach} sources={wanted} /></div>}
    </Page>
  );
}

function StartForm({ communes }: Pick<Data, 'communes'>) {
  const language = usePageLanguage();
  const words = usePageWords(welcomeMessages);
  return (
    <section aria-labelledby="start">
      <h2 id="start">{words.start}</h2>
      <p className="note measure">{words.startText}</p>
      <form className="link-form" action={pathIn(language, linkPath)} method="get" aria-labelledby="start">
        <Labelled name={fieldNames.work} label={words.work}>
          {(tie) => <select {...tie} required><option value="">{words.choose}</option>{communes.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</select>}
        </Labelled>
        <Field name={fieldNames.wage} label={words.wage} inputMode="decimal" autoComplete="off" required />
        <button type="submit">{words.go}</button>
      </form>
    </section>
  );
}

/** Where people work, each figure with its card; or that no file says it. */
function Far({ known, knownDatasets, communes }: Pick<Data, 'known' | 'knownDatasets' | 'communes'>) {
  const language = usePageLanguage();
  const words = usePageWords(welcomeMessages);
  const around = useSurroundingLang();
  const text = (cell: Cell, share: boolean): string => {
    if (cell.kind === 'secret') return words.secret;
    const value = cell.kind === 'number' ? cell.value : cell.kind === 'interval' ? (cell.low ?? cell.high) : null;
    if (value === null) return words.unknown;
    return `${cell.kind === 'interval' ? `${cell.low === null ? '≤' : '≥'}\u00a0` : ''}${share ? formatPercent(value, 0, language) : formatInteger(value, language)}`;
  };
  return (
    <section className="welcome-section" aria-labelledby="far">
      <h2 id="far">{words.far}</h2>
      {known.length === 0 && <p className="measure">{words.farMissing}</p>}
      {known.length > 0 && (
        <ul className="welcome-facts">
          {(Object.keys(facts) as (keyof typeof facts)[]).map((fact) => {
            const reading = known.find(({ indicator }) => indicator === facts[fact]);
            return reading && <li key={fact}><a className="great-figure card-link" href={pathIn(language, `/observatoire/indicateurs/${facts[fact]}`)}>{text(reading.cell, fact === 'inside')}</a> {words[fact]}</li>;
          })}
        </ul>
      )}
      {knownDatasets.length > 0 && <p className="note" lang={around}><SourceLine datasets={knownDatasets} />.</p>}
      <p><a href={pathIn(language, '/plan-du-site#communes')}>{words.communes(formatInteger(communes.length, language))}</a></p>
    </section>
  );
}
