import { readPackGeometry } from '../../steering/index.ts';
import { TeachSources } from '../components/teach.tsx';
import { useFormPrefix } from '../components/form.tsx';
import { languageOf, useLanguage, useWords } from '../language.ts';
import { LinkAnswerView } from '../link/link-answer.tsx';
import { LinkForm, problemsInWords } from '../link/link-form.tsx';
import { Assumptions, BalanceTable, SocialStanding } from '../link/link-notes.tsx';
import { parseLinkQuery } from '../link/query.ts';
import { reachMap } from '../link/reach-map.ts';
import { linkView } from '../link/view.ts';
import { linkMessages } from '../messages/link.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/live-where-you-work';

/** Where to live for a job: the address holds the whole question, and nothing is kept of it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { territory } = app;
  const query = parseLinkQuery(new URL(request.url).searchParams);
  const [view, shapes] = await Promise.all([linkView(app, query), readPackGeometry(app)]);
  const { answer } = view;
  const chosen = query.commune !== null && territory.communes.has(query.commune) ? query.commune : null;
  return {
    query, view, chosen,
    map: answer && query.wish === 'location' ? reachMap(answer, chosen ?? answer.request.work, shapes, territory, languageOf(request)) : null,
    communes: territory.currentCommunes.flatMap((code) => territory.communes.get(code) ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    territory: { code: territory.code, name: territory.name },
  };
}

export default function LiveWhereYouWork({ loaderData: { query, view, chosen, map, communes, territory } }: Route.ComponentProps) {
  const words = useWords(linkMessages);
  const problems = problemsInWords(view.problems, useLanguage());
  const prefix = useFormPrefix(problems);
  const { answer } = view;
  return (
    <Page title={words.title} beforeTitle={prefix} crumbs={[]} kind="work" lead={<p>{words.lead}</p>}>
      <LinkForm query={query} communes={communes} problems={problems} />
      {answer && <LinkAnswerView answer={answer} wish={query.wish} map={map} chosen={chosen} />}
      {answer && query.wish !== 'achat' && <SocialStanding answer={answer} />}
      {answer && <Assumptions />}
      <BalanceTable lines={view.balance} datasets={view.balanceDatasets} commune={answer && { code: answer.request.work, name: answer.workName }} territory={territory} />
      {view.wanted.length > 0 && <TeachSources why={words.wanted} sources={view.wanted} />}
    </Page>
  );
}
