import { warmRules } from '../../aids/index.ts';
import { pageLanguageOf, pathIn, usePageLanguage, usePageWords } from '../language.ts';
import { rulesMessages } from '../messages/rules.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { ruleGroups } from '../simulator/rule-groups.ts';
import type { Route } from './+types/rules';

export function loader({ context, request }: Route.LoaderArgs) {
  const at = context.get(appContext).clock.today();
  // The next page asks whether its rule can be tried.
  warmRules(at);
  return { groups: ruleGroups(at, pageLanguageOf(request)) };
}

/** Every rule that the app applies, by what one looks for. */
export default function Rules({ loaderData: { groups } }: Route.ComponentProps) {
  const words = usePageWords(rulesMessages);
  const language = usePageLanguage();
  return (
    <Page title={words.title} crumbs={[]} kind="text" lead={<p>{words.lead}</p>}>
      {groups.map(({ id: group, title: name, pages }) => (
        <section key={group} aria-labelledby={group}>
          <h2 id={group}>{name}</h2>
          <dl className="rule-list">
            {pages.map(({ id, title, description }) => (
              <div key={id}><dt><a href={pathIn(language, `/regles/${id}`)} lang={title.lang}>{title.text}</a></dt><dd lang={description.lang}>{description.text}</dd></div>
            ))}
          </dl>
        </section>
      ))}
    </Page>
  );
}
