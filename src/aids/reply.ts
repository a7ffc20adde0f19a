import type { Territory } from '../territory/index.ts';
import { answerFields, askableBySlug, readCommune, type AnswerProblem, type Answers } from './answers.ts';
import { readFact } from './facts.ts';
import { questionGroups } from './question-groups.ts';
import { ruleBook, slugOf } from './rule-book.ts';
import { groupOfField } from './simulation.ts';

/** What a page's form says of its question. */
export interface Reply {
  /** The question's field. */
  question: string;
  /** What was answered; of several facts, the fields of those ticked. */
  texts: readonly string[];
  /** Of several facts, the fields of all those asked. */
  offered: readonly string[];
}

interface Replied { answers: Answers; problems: readonly AnswerProblem[] }

/** The answers with one more. One that cannot be read leaves the others whole, and is told; a field that asks for nothing changes nothing. */
export function withReply(so: Answers, reply: Reply, territory: Pick<Territory, 'communes'>): Replied {
  const { question, texts } = reply;
  const text = texts[0]?.trim() ?? '';
  const taken = (change: Partial<Answers>): Replied => ({ answers: { ...so, ...change, trail: trailWith(so, question) }, problems: [] });
  const refused = (failure: AnswerProblem['failure']): Replied => ({ answers: so, problems: [{ field: question, failure }] });
  if (question === answerFields.dwelling) return text === 'oui' || text === 'non' ? taken({ dwelling: text === 'oui' }) : refused({ code: 'dwelling.notYesNo' });
  if (question === answerFields.commune) {
    const commune = readCommune(text, territory);
    return commune === undefined ? refused({ code: 'commune.unknown' }) : taken({ commune });
  }
  if (groupOfField(question)) {
    // Those left alone are no.
    const ticked = new Set(texts);
    return taken(withFacts(so, Object.fromEntries(offeredOf(reply).map((name) => [name, ticked.has(slugOf(name))]))));
  }
  const input = askableBySlug(question);
  if (!input) return { answers: so, problems: [] };
  const fact = readFact(input, text);
  return fact.ok ? taken(withFacts(so, { [input.name]: fact.value })) : refused(fact.error);
}

const withFacts = ({ facts, skipped }: Answers, told: Answers['facts']): Pick<Answers, 'facts' | 'skipped'> => ({ facts: { ...facts, ...told }, skipped: skipped.filter((name) => !(name in told)) });

/** The answers with the question left open: it is not asked again, and what was answered to it before is taken back. */
export function passedOver(so: Answers, reply: Reply): Answers {
  const { question } = reply;
  const trail = trailWith(so, question);
  if (question === answerFields.commune) return { ...so, commune: '', trail };
  if (question === answerFields.dwelling) return { ...so, dwelling: 'unsaid', trail };
  const names = groupOfField(question) ? offeredOf(reply) : [askableBySlug(question)?.name ?? []].flat();
  if (names.length === 0) return so;
  const facts = Object.fromEntries(Object.entries(so.facts).filter(([name]) => !names.includes(name)));
  return { ...so, facts, skipped: [...new Set([...so.skipped, ...names])], trail };
}

/** The way to a question, by its field: what was answered before it where it is answered anew, else all that was. */
export function wayTo(question: string, { trail = [] }: Answers): readonly string[] {
  const at = trail.indexOf(question);
  return at === -1 ? trail : trail.slice(0, at);
}

/** One question back from a question, or from the result: the one before is asked again, its answer still standing. */
export function steppedBack(so: Answers, from = ''): { answers: Answers; again?: string } {
  const way = wayTo(from, so);
  const again = way.at(-1);
  return again === undefined ? { answers: so } : { answers: { ...so, trail: way.slice(0, -1) }, again };
}

/** A question answered anew stands last. */
const trailWith = ({ trail = [] }: Answers, question: string): string[] => [...trail.filter((field) => field !== question), question];

/** Inputs of the page's own group only, whatever the form says. */
function offeredOf({ question, offered }: Reply): string[] {
  const group = groupOfField(question);
  const asked = new Set(offered);
  return group === undefined ? [] : questionGroups[group].filter((name) => ruleBook().inputs.has(name) && asked.has(slugOf(name)));
}
