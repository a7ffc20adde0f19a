import { usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import type { ContactView } from './contact.view.ts';
import { Linked } from './linked.tsx';

/** Whom to turn to: a result is no last word. */
export function TalkToSomeone({ contact: { service, ways, invented } }: { contact: ContactView }) {
  const { talk, colon } = usePageWords(simulatorMessages);
  const french = usePageLanguage() === 'fr' ? undefined : 'fr';
  return (
    <section aria-labelledby="parler" className="result-group talk unbroken">
      <h2 id="parler">{talk.title}</h2>
      <p>{talk.lead}</p>
      <p><strong lang={french}>{service}</strong> {invented && <span className="demonstration">{talk.mark}</span>}</p>
      <ul className="talk-ways">
        {ways.map(({ kind, part }) => <li key={kind}>{talk[kind]}{colon}<Linked parts={[part]} /></li>)}
      </ul>
      {invented && <p className="note">{talk.invented}</p>}
    </section>
  );
}
