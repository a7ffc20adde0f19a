import { usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import type { ConditionView } from './answer.view.ts';

/** Conditions with their state, by shape and word: what is met, what is not, what is still to be known. */
export function ConditionTree({ condition }: { condition: ConditionView }) {
  const words = usePageWords(simulatorMessages);
  if (condition.children.length === 0) return <ul className="condition-tree"><Line condition={condition} /></ul>;
  return (
    <>
      <p className="condition-kind">{condition.kind === 'une' ? words.rules.any : words.rules.all}</p>
      <ul className="condition-tree">{condition.children.map((child) => <Line key={child.text} condition={child} />)}</ul>
    </>
  );
}

const marks = { yes: '✓', no: '✗', open: '?' } as const;

function Line({ condition }: { condition: ConditionView }) {
  const words = usePageWords(simulatorMessages);
  return (
    <li className={`condition-${condition.state}`}>
      <span aria-hidden="true" className="condition-mark">{marks[condition.state]}</span> {condition.text} <span className="note">({[words.result.states[condition.state], condition.compared].filter(Boolean).join(' ; ')})</span>
      {condition.children.length > 0 && <ConditionTree condition={condition} />}
    </li>
  );
}
