import { data } from 'react-router';
import { byLink, linkOpens, signIn } from '../../platform/identity/index.ts';
import { LinkOver } from '../components/link-over.tsx';
import { goOn } from '../entering.ts';
import { languageOf, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { appContext, visitContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/sign-in-link';

/** Mail scanners open links: reading the page uses nothing up, its button does. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const opens = await linkOpens(identityHouse(context.get(appContext)), 'signIn', params.token);
  return data({ opens }, { status: opens ? 200 : 404 });
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const entered = await signIn(identityHouse(app), context.get(visitContext).visitor, byLink(params.token));
  return entered.ok ? goOn(app.config, entered.value, languageOf(request), undefined) : data(null, { status: 404 });
}

export default function SignInLink({ loaderData: { opens } }: Route.ComponentProps) {
  const words = useWords(identityMessages).link;
  if (!opens) return <LinkOver ask="/connexion" />;
  return (
    <Page title={words.title} kind="text" lead={<p>{words.text}</p>}>
      <form method="post"><p className="actions"><button type="submit">{words.button}</button></p></form>
    </Page>
  );
}
