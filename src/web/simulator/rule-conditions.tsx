import { usePageLanguage, usePageWords } from '../language.ts';
import { rulesMessages } from '../messages/rules.ts';
import type { PlainCondition } from './rule-conditions.view.ts';

/** An aid's conditions as a list; what a condition is made of is folded below its sentence. */
export function RuleConditions({ condition: { kind, children } }: { condition: PlainCondition }) {
  const words = usePageWords(rulesMessages);
  return (
    <>
      <p className="condition-kind">{kind === 'une' ? words.any : words.all}</p>
      <ul className="condition-list">
        {children.map((child) => (
          <li key={child.id}>
            {child.children.length === 0 ? <Sentence condition={child} /> : <details><summary><Sentence condition={child} /></summary><RuleConditions condition={child} /></details>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sentence({ condition: { sentence, required, note } }: { condition: PlainCondition }) {
  const colon = usePageLanguage() === 'fr' ? '\u00a0: ' : ': ';
  return (
    <>
      <span lang={sentence.lang}>{sentence.text}</span>
      {required.map(({ name, text }, at) => (
        <span key={text + String(name?.text)}>{at === 0 ? colon : ' ; '}{name && <><span lang={name.lang}>{name.text}</span>{colon}</>}<strong>{text}</strong></span>
      ))}
      {note && <span className="note" lang={note.lang}> {note.text}</span>}
    </>
  );
}
