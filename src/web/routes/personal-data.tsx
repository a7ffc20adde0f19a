import { Operator } from '../components/operator.tsx';
import { useWords } from '../language.ts';
import { legalMessages } from '../messages/legal.ts';
import { Page } from '../shell/page.tsx';

export default function PersonalData() {
  const words = useWords(legalMessages).personal;
  return (
    <Page title={words.title} crumbs={[]} kind="text" lead={<p>{words.lead}</p>}>
      <h2>{words.what}</h2>
      <ul>{words.whatList.map((text) => <li key={text}>{text}</li>)}</ul>
      <h2>{words.log}</h2>
      <p>{words.logText}</p>
      <h2>{words.around}</h2>
      <p>{words.aroundText}</p>
      <h2>{words.rights}</h2>
      <p>{words.rightsText}</p>
      <p><Operator line="dpo" /></p>
      <p>{words.cnil}</p>
    </Page>
  );
}
