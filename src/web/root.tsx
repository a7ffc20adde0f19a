import type { ReactNode } from 'react';
import { Links, Outlet, isRouteErrorResponse, useLocation, useRouteError } from 'react-router';
import regular from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import { existsInGerman, pathIn, usePageLanguage, withoutLanguage } from './language.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { useShell } from './shell/shell-context.ts';
import { SkipLink } from './shell/skip-link.tsx';
import './styles/index.css';

/** The document around every page, errors included. */
export function Layout({ children }: { children: ReactNode }) {
  const language = usePageLanguage();
  const shell = useShell();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <link rel="preload" as="font" type="font/woff2" href={regular} crossOrigin="anonymous" />
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <Links />
        <TerritoryColours />
        <Alternates />
        {!shell.asFile && <script type="module" src={shell.script} nonce={shell.nonce} />}
      </head>
      <body>
        <SkipLink />
        <Header />
        <main id="contenu" tabIndex={-1}>{children}</main>
        <Footer />
      </body>
    </html>
  );
}

export default function Pages() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage failure={isRouteErrorResponse(error) ? { status: error.status, data: error.data as unknown } : { status: 500, data: undefined }} />;
}

/** A territory's folder may bring its own two colours; their tints follow in tokens.css. */
function TerritoryColours() {
  const { nonce, territory: { colours } } = useShell();
  if (!colours) return null;
  return <style nonce={nonce} dangerouslySetInnerHTML={{ __html: `:root { --moselle: ${colours.structure}; --jaumont: ${colours.accent}; }` }} />;
}

/** The same page in the other language, for readers and search engines. */
function Alternates() {
  const { origin } = useShell();
  const { pathname, search } = useLocation();
  const page = withoutLanguage(pathname) + search;
  if (origin === null) return null;
  return (
    <>
      <link rel="alternate" hrefLang="fr" href={origin + page} />
      <link rel="alternate" hrefLang="en" href={origin + pathIn('en', page)} />
      {existsInGerman(page) && <link rel="alternate" hrefLang="de" href={origin + pathIn('de', page)} />}
      <link rel="alternate" hrefLang="x-default" href={origin + page} />
    </>
  );
}
