import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { legalMessages } from '../messages/legal.ts';
import { shellMessages } from '../messages/shell.ts';
import { appContext } from '../request.ts';
import { doors, legalPages } from '../shell/doors.ts';
import { Page } from '../shell/page.tsx';

export function loader({ context }: LoaderFunctionArgs) {
  const { territory, indicators } = context.get(appContext);
  return {
    communes: [...territory.communes.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    indicators: indicators.definitions.map(({ id, label }) => ({ id, label })),
  };
}

export default function SiteMap() {
  const { communes, indicators } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const words = useWords(legalMessages).siteMap;
  const shell = useWords(shellMessages);
  const link = (path: string, label: string) => <li key={path}><a href={pathIn(language, path)}>{label}</a></li>;
  return (
    <Page title={words.title} crumbs={[]}>
      <ul className="link-list">{link('/', words.home)}</ul>
      {doors.map((door) => (
        <section key={door.id} aria-labelledby={`map-${door.id}`}>
          <h2 id={`map-${door.id}`}>{shell.doors[door.id]}</h2>
          <ul className="link-list">{door.pages.map((page) => link(page.path, shell.pages[page.id]))}</ul>
        </section>
      ))}
      <h2 id="indicateurs">{words.indicators}</h2>
      <ul className="link-list link-columns">{indicators.map((one) => link(`/observatoire/indicateurs/${one.id}`, one.label[language]))}</ul>
      <h2 id="communes">{words.communes}</h2>
      <ul className="link-list link-columns">{communes.map((one) => link(`/observatoire/communes/${one.code}`, one.name))}</ul>
      <h2>{words.legal}</h2>
      <ul className="link-list">{legalPages.map((page) => link(page.path, shell.footer[page.id]))}</ul>
    </Page>
  );
}
