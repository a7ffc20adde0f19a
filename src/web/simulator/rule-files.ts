import { ruleBook, type Aid, type Parameter, type RuleBook } from '../../aids/index.ts';

export type Subject = RuleBook['rules']['subjects'][number];

/** A page of the rules: an aid, or a subject on which aids or a territory stand. */
export type RulePage = { kind: 'aid'; aid: Aid } | { kind: 'subject'; subject: Subject };

const rulesUnderAid = ({ eligible, amount, window }: Aid): ReadonlySet<string> =>
  new Set([eligible, amount, window?.first, window?.last].flatMap((rule) => (rule === undefined ? [] : [...ruleBook().rulesUnder(rule)])));

/** The parameters of an aid: those that its conditions, amount and window stand on, and those that it only states (what it covers, how long it lasts). */
export function parametersOf(aid: Aid): Parameter[] {
  const under = rulesUnderAid(aid);
  return ruleBook().rules.parameters.filter(({ rule }) => under.has(rule) || rule.startsWith(`${aid.rule} . `));
}

/** The oldest check (AAAA-MM-JJ) among parameters: an answer is no fresher than that; absent when there is none. */
export const oldestCheck = (parameters: readonly Parameter[]): string | undefined => parameters.map(({ checkedOn }) => checkedOn).toSorted()[0];

/** The page where a file of rules is read; none for one that belongs to an aid's page alone. */
function pageOfFile(file: string): RulePage | undefined {
  const { rules, aids } = ruleBook();
  const subject = rules.subjects.find(({ files }) => files.includes(file));
  if (subject) return { kind: 'subject', subject };
  const aid = aids.find((one) => one.file === file);
  return aid && { kind: 'aid', aid };
}

export const idOf = (page: RulePage): string => (page.kind === 'aid' ? page.aid.id : page.subject.id);

/** The files that an aid stands on: those that its own page shows, and the pages where the others are read. */
export function filesOf(aid: Aid): { own: readonly string[]; elsewhere: readonly RulePage[] } {
  const { written } = ruleBook().rules;
  const files = [...new Set([aid.file, ...[...rulesUnderAid(aid)].flatMap((rule) => written.get(rule)?.file ?? [])])];
  const own = files.filter((file) => file === aid.file || pageOfFile(file) === undefined);
  const pages = files.filter((file) => !own.includes(file)).flatMap((file) => pageOfFile(file) ?? []);
  return { own, elsewhere: [...new Map(pages.map((page) => [idOf(page), page])).values()] };
}

/** The aids that stand on a subject's files. */
export const aidsOn = ({ files }: Subject): Aid[] => {
  const { aids, rules } = ruleBook();
  return aids.filter((aid) => [...rulesUnderAid(aid)].some((rule) => files.includes(rules.written.get(rule)?.file ?? '')));
};

/** The page of an address. */
export function pageOf(id: string): RulePage | undefined {
  const { aids, rules } = ruleBook();
  const aid = aids.find((one) => one.id === id);
  if (aid) return { kind: 'aid', aid };
  const subject = rules.subjects.find((one) => one.id === id);
  return subject && { kind: 'subject', subject };
}
