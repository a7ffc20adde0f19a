export { dayNumber, followingDays, frenchDayOf, moveDay } from './dates.ts';
export { createEngine, RulesEngine } from './engine.ts';
export { checkRules, type CheckReport } from './check.ts';
export { loadRules, readRules, type Loaded, type Rules, type Texts } from './load.ts';
export { filesEnding, RULES_FOLDER } from './read.ts';
export { publicRules, texts } from './texts.ts';
export type { Aid, Condition, DateGenerator, DerivedDate, Input, Language, NumberGenerator, Parameter, Problem, RuleText, Source, Subject } from './types.ts';
