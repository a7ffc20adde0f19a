import { ruleBook } from '../../aids/index.ts';
import { pageLanguageOf, pathIn, usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { Page } from '../shell/page.tsx';
import { ruleLine } from '../simulator/rule.view.ts';
import type { Route } from './+types/rules';

export function loader({ request }: Route.LoaderArgs) {
  const language = pageLanguageOf(request);
  const byNature = Map.groupBy(ruleBook().aids, ({ nature }) => nature);
  return { groups: [...byNature].map(([nature, aids]) => ({ nature, lines: aids.map((aid) => ruleLine(aid, language)) })) };
}

/** Every rule that the simulator applies. */
export default function Rules({ loaderData: { groups } }: Route.ComponentProps) {
  const words = usePageWords(simulatorMessages).rules;
  const language = usePageLanguage();
  const french = language === 'fr' ? undefined : 'fr';
  return (
    <Page title={words.title} crumbs={[]} kind="text" lead={<p>{words.lead}</p>}>
      {groups.map(({ nature, lines }) => (
        <section key={nature}>
          <h2 lang={french}>{nature.charAt(0).toUpperCase() + nature.slice(1)}</h2>
          <dl className="rule-list">{lines.map(({ id, title, description }) => <div key={id}><dt><a href={pathIn(language, `/regles/${id}`)}>{title}</a></dt><dd lang={french}>{description}</dd></div>)}</dl>
        </section>
      ))}
    </Page>
  );
}
