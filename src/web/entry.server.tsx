import { renderToString } from 'react-dom/server';
import { ServerRouter, type EntryContext, type HandleErrorFunction, type RouterContextProvider } from 'react-router';
import { loggedPath } from './guards/private-paths.ts';
import { appContext, requestContext, visitContext } from './request.ts';
import { shellAccount } from './shell/shell-account.ts';
import { ShellContext } from './shell/shell-context.ts';

/** Renders a whole page at once: pages are small and complete, nothing streams in after. */
export default function handleRequest(request: Request, status: number, headers: Headers, entry: EntryContext, context: RouterContextProvider): Response {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const app = context.get(appContext);
  const own = context.get(requestContext);
  const shell = {
    territory: { code: app.territory.code, name: app.territory.name, colours: app.territory.colours },
    origin: own.origin,
    version: own.version,
    legal: own.legal,
    requestId: own.id,
    signedIn: shellAccount(context),
    demo: app.demo,
    outbox: app.demo && !app.config.SMTP_URL,
    answersForm: entry.staticHandlerContext.actionData !== null,
    nonce: own.nonce,
    script: entry.manifest.entry.module,
    asFile: own.asFile ?? false,
  };
  const page = renderToString(
    <ShellContext value={shell}>
      <ServerRouter context={entry} url={request.url} nonce={own.nonce} />
    </ShellContext>,
  );
  return new Response(`<!DOCTYPE html>${page}`, { status, headers });
}

/** A failed loader or page is logged under the number that its reader sees on the page. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  context.get(appContext).log.error({ err: error, requestId: context.get(requestContext).id, path: loggedPath(new URL(request.url).pathname) }, 'page failed');
};

// The server gives the house to pages through these very objects.
export { appContext, requestContext, visitContext };
// The pages' own copy of the rules is the one to make ready.
export { warmRules } from '../aids/index.ts';
