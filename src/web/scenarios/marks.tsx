import type { ReviewedScenario } from '../../needs/index.ts';
import { scenarioWords } from '../messages/scenarios.ts';

/** Whether the territory stands by a scenario, and whether it is invented. */
export const Marks = ({ scenario }: { scenario: Pick<ReviewedScenario, 'retainedAt' | 'demonstration'> }) => (
  <>
    {scenario.retainedAt && <span className="state state-done">{scenarioWords.retained}</span>}
    {scenario.retainedAt && scenario.demonstration && ' '}
    {scenario.demonstration && <span className="demonstration">{scenarioWords.demonstration}</span>}
  </>
);
