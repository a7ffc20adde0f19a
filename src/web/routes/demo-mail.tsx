import { Fragment } from 'react';
import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { asActor } from '../../platform/database/as-actor.ts';
import { mailStore } from '../../platform/mail/mail.store.ts';
import { isLink } from '../../platform/mail/templates.ts';
import { jobActor } from '../../platform/permission/actor.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { demoMailMessages } from '../messages/demo-mail.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';

/** The outbox of a demonstration, which has no mail server. Anywhere else this page does not exist. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { db, config, demo, territory } = context.get(appContext);
  if (!demo || config.SMTP_URL) throw data(null, { status: 404 });
  const mails = await asActor(db, jobActor(territory.code), (tx) => mailStore(tx, territory.code).latest(50));
  return data({ mails }, { headers: { 'cache-control': 'no-store' } });
}

export default function DemoMail() {
  const { mails } = useLoaderData<typeof loader>();
  const words = useWords(demoMailMessages);
  const language = useLanguage();
  const at = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: 'Europe/Paris', dateStyle: 'full', timeStyle: 'short' });
  return (
    <Page title={words.title} crumbs={[]} kind="text" lead={<p>{words.lead}</p>}>
      {mails.length === 0 && <p>{words.empty}</p>}
      <ul className="link-list">
        <li><a href={pathIn(language, mails.length === 0 ? '/connexion' : '/demo/courrier')}>{mails.length === 0 ? words.ask : words.again}</a></li>
      </ul>
      {mails.map(({ id, subject, recipient, createdAt, body, language: written }) => (
        <article key={id} aria-labelledby={`mail-${id}`}>
          <h2 id={`mail-${id}`} lang={written}>{subject}</h2>
          <dl className="facts">
            <dt>{words.to}</dt><dd>{recipient}</dd>
            <dt>{words.on}</dt><dd><time dateTime={createdAt.toISOString()}>{at.format(createdAt)}</time></dd>
          </dl>
          <div lang={written}>
            {body.split('\n\n').map((text, at) => <p key={at}>{isLink(text) ? <a href={text}>{text}</a> : <Lines text={text} />}</p>)}
          </div>
        </article>
      ))}
    </Page>
  );
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, at) => <Fragment key={at}>{at > 0 && <br />}{line}</Fragment>);
}
