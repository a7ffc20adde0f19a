import Engine from 'publicodes';
import { completeWith } from './dates.ts';
import { loadRules, type Rules } from './load.ts';

type Situation = Parameters<Engine['setSituation']>[0];

const silent = { log: () => {}, warn: () => {}, error: () => {} };

/** publicodes' engine over the rules, with the dates that follow from given ones (deadlines) added to each situation. */
export class RulesEngine extends Engine {
  readonly #derived: Rules['derived'];

  constructor(rules: Pick<Rules, 'model' | 'derived'>) {
    super(rules.model as ConstructorParameters<typeof Engine>[0], { logger: silent });
    this.#derived = rules.derived;
  }

  override setSituation(situation: Situation = {}, options?: Parameters<Engine['setSituation']>[1]): this {
    return super.setSituation(completeWith(this.#derived, situation as Record<string, string>) as Situation, options);
  }
}

/** A new engine over the rules in force: its situation is its own, parsing takes some tenths of a second. */
export const createEngine = (): RulesEngine => new RulesEngine(loadRules());
