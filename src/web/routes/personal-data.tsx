import { Operator } from '../components/operator.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { legalMessages } from '../messages/legal.ts';
import { Page } from '../shell/page.tsx';

export default function PersonalData() {
  const words = useWords(legalMessages).personal;
  const language = useLanguage();
  return (
    <Page title={words.title} crumbs={[]} kind="text" lead={<p>{words.lead}</p>}>
      <h2>{words.what}</h2>
      <ul>{words.whatList.map((text) => <li key={text}>{text}</li>)}</ul>
      <ul className="link-list">
        <li><a href={pathIn(language, '/espace/registre')}>{words.registerLink}</a> <span className="note">{words.linksNote}</span></li>
        <li><a href={pathIn(language, '/espace/droits')}>{words.whoSeesLink}</a> <span className="note">{words.linksNote}</span></li>
      </ul>
      <h2>{words.log}</h2>
      <p>{words.logText}</p>
      <h2>{words.around}</h2>
      <p>{words.aroundText}</p>
      <h2>{words.rights}</h2>
      <p>{words.rightsText}</p>
      <p><Operator line="dpo" /></p>
      <p>{words.own} <a href={pathIn(language, '/mon-parcours/mes-donnees')}>{words.ownLink}</a></p>
      <p>{words.cnil}</p>
    </Page>
  );
}
