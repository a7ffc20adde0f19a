import { cellText, communesText, latest, perimeterText, periodText, unitAfter } from '../../indicators/index.ts';
import { colonIn, formatDay, semicolonIn } from '../../platform/i18n/format.ts';
import { isOpen, lateActions, packIndicators, type Convention } from '../../steering/index.ts';
import { perimeterOf } from '../../territory/index.ts';
import { Broken } from '../components/broken-convention.tsx';
import { Demonstration } from '../components/demonstration.tsx';
import { as } from '../components/table-roles.ts';
import { HeadlineFigure } from '../components/headline-figure.tsx';
import { conventionOf } from '../convention-context.ts';
import { readIndicators } from '../figures/data.ts';
import { headline, sourcesOf, type Headline } from '../headline.rules.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { homeMessages } from '../messages/home.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/home';

/** Without a convention, a territory's page opens with the first of the committee's figures that it has. */
const mostDefaultFigures = 3;

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const { convention, problems } = conventionOf(app);
  const { territory } = app;
  const ids = convention ? figuresOf(convention) : packIndicators(null, app.indicators.definitions).figures;
  const readings = await readIndicators(app, ids);
  const figures: Record<string, Headline> = {};
  for (const id of ids) {
    const definition = app.indicators.find(id);
    if (definition) figures[id] = headline(definition, readings, { territory, language, page: 'trend' });
  }
  const stated = (convention?.statedFigures ?? []).map((figure) => {
    if (figure.today === 'perimeter') {
      const { communes } = perimeterOf(territory, territory.listYear);
      return { ...figure, now: { text: communesText(communes.length, language), note: homeMessages[language].listYear(String(territory.listYear)), href: null } };
    }
    const definition = figure.today ? app.indicators.find(figure.today) : undefined;
    const reading = definition && latest(readings.filter((one) => one.indicator === definition.id), territory.code);
    const now = definition && reading ? {
      text: `${cellText(reading.cell, definition, language)} ${unitAfter(definition.unit, language)}`,
      note: `${[definition.label[language], periodText(definition.id, reading.period, language), perimeterText(reading, language)].filter(Boolean).join(', ')}. ${sourcesOf(reading, language)}`,
      href: pathIn(language, `/observatoire/indicateurs/${definition.id}`),
    } : null;
    return { ...figure, now };
  });
  const open = convention?.actions.filter(isOpen) ?? [];
  return {
    convention, problems, figures, stated, name: territory.name, over: convention !== null && app.clock.today() > `${convention.endsIn}-12-31`,
    open: open.length,
    late: lateActions(open, app.clock.today()).length,
    demonstration: open.filter((action) => action.demonstration).length,
  };
}

const figuresOf = (convention: Convention): string[] => [...new Set([
  ...convention.commitments.flatMap((one) => one.figure ?? []),
  ...convention.objective.lines.flatMap((one) => one.figure ?? []),
  ...convention.statedFigures.flatMap((one) => (one.today && one.today !== 'perimeter' ? [one.today] : [])),
])];

function firstOf(figures: readonly Headline[]): Headline[] {
  const found = figures.filter((figure) => figure.found);
  return (found.length > 0 ? found : figures).slice(0, mostDefaultFigures);
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { convention, problems, figures, name, over } = loaderData;
  const words = useWords(homeMessages);
  if (problems.length > 0) return <Broken title={words.title} problems={problems} />;
  return (
    <Page
      title={words.title}
      heading={words.headline(name)}
      lead={<><p>{convention ? words.withConvention(String(convention.startsIn), String(convention.endsIn)) : words.withoutConvention}</p>{convention && over && <p className="note">{words.over(String(convention.endsIn))}</p>}</>}
    >
      <ul className="home-doors">
        <Door path="/simulateur" {...words.doors.simulator} />
        <Door path="/observatoire" {...words.doors.observatory} />
        <Door path="/convention" {...words.doors.convention} />
        <Door path="/comite" {...words.doors.committee} />
      </ul>
      {convention
        ? <Picture convention={convention} data={loaderData} />
        : <div className="home-figures">{firstOf(Object.values(figures)).map((figure) => <HeadlineFigure key={figure.href} figure={figure} />)}</div>}
      {convention && loaderData.stated.length > 0 && <Stated convention={convention} stated={loaderData.stated} />}
    </Page>
  );
}

function Door({ path, verb, text }: { path: string; verb: string; text: string }) {
  const language = useLanguage();
  return (
    <li>
      <a href={pathIn(language, path)}>{verb}</a>
      <p>{text}</p>
    </li>
  );
}

function Picture({ convention, data }: { convention: Convention; data: Route.ComponentProps['loaderData'] }) {
  const words = useWords(homeMessages);
  const language = useLanguage();
  const figure = (id: string | undefined) => {
    const found = id === undefined ? undefined : data.figures[id];
    return found ? <HeadlineFigure figure={found} context={words.context} /> : <p className="no-figure" lang={language}>{words.noOpenFigure}</p>;
  };
  return (
    <section aria-labelledby="convention" className="picture" lang="fr">
      <h2 id="convention" lang={language}>{words.picture}</h2>
      <h3 lang={language}>{words.commitments(convention.commitments.length)}</h3>
      <div className="picture-row">
        {convention.commitments.map((one, at) => (
          <article key={one.id}>
            <h4><span className="rank">{at + 1}</span> {one.verb}</h4>
            <p>{one.text}</p>
            {figure(one.figure)}
          </article>
        ))}
      </div>
      <h3 lang={language}>{words.objective}{colonIn(language)}<span lang="fr">{convention.objective.title}</span></h3>
      <div className="picture-row">
        {convention.objective.lines.map((line) => (
          <article key={line.id}>
            <p>{line.text}</p>
            {figure(line.figure)}
          </article>
        ))}
      </div>
      <h3 lang={language}>{words.committee}</h3>
      <p className="measure">{convention.followUp.text}</p>
      <div className="measure action-count" lang={language}>
        <p>
          {words.open(data.open)}{semicolonIn(language)}{data.late > 0 ? <strong className="state state-late">{words.late(data.late)}</strong> : words.allOnTime}.
          {data.demonstration > 0 && <> <Demonstration /> <span className="note">{words.demonstrationNote(data.demonstration, data.open)}</span></>}
        </p>
        <p><a href={pathIn(language, '/convention#actions')}>{words.all}</a></p>
      </div>
    </section>
  );
}

function Stated({ convention, stated }: { convention: Convention; stated: Route.ComponentProps['loaderData']['stated'] }) {
  const words = useWords(homeMessages);
  const language = useLanguage();
  return (
    <section>
      <h2 id="texte">{words.stated}</h2>
      <p className="note" lang="fr">{words.statedNote(convention.source.title, formatDay(convention.source.date, language))}</p>
      <div className="scroll-x" role="region" aria-labelledby="texte" tabIndex={0}>
        <table className="stated stack-on-phone" {...as.table}>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.columns.what}</th><th scope="col" {...as.head}>{words.columns.inText}</th><th scope="col" {...as.head}>{words.columns.today}</th></tr></thead>
          {convention.parties.map((party) => <StatedBy key={party.id} party={party.name} stated={stated.filter((figure) => figure.party === party.id)} />)}
        </table>
      </div>
    </section>
  );
}

/** The figures of one party, under its name. */
function StatedBy({ party, stated }: { party: string; stated: Route.ComponentProps['loaderData']['stated'] }) {
  const words = useWords(homeMessages);
  if (stated.length === 0) return null;
  return (
    <tbody {...as.group}>
      <tr {...as.row} className="theme-row"><th scope="rowgroup" {...as.rowHead} colSpan={3} lang="fr">{party}</th></tr>
      {stated.map((figure) => (
        <tr key={figure.id} {...as.row}>
          <th scope="row" {...as.rowHead} lang="fr">{figure.label}{figure.note && <span className="note">{figure.note}</span>}</th>
          <td {...as.cell} data-label={words.columns.inText} lang="fr"><strong>{figure.text}</strong><span className="note">{figure.date}</span></td>
          <td {...as.cell} data-label={words.columns.today}>{figure.now
            ? <><strong>{figure.now.href ? <a href={figure.now.href}>{figure.now.text}</a> : figure.now.text}</strong><span className="note">{figure.now.note}</span></>
            : <span className="no-figure">{words.noToday}</span>}</td>
        </tr>
      ))}
    </tbody>
  );
}
