import { readFileSync } from 'node:fs';
import type { Explanation, Facts } from '../../aids/index.ts';
import { repeatedKey } from '../repeated-key.rules.ts';
import type { FactProblem } from '../simulate.messages.ts';

type Read = { ok: true; facts: Facts } | { ok: false; problem: string };

/** The answer of `ancrage simulate person.json --explain`; or why the file is refused. */
export async function explainPerson(file: string, at: string, json: boolean): Promise<{ answer: string } | { refused: string }> {
  const { explain } = await import('../../aids/index.ts');
  const { explanationText } = await import('../simulate.messages.ts');
  const read = await readPerson(file);
  if (!read.ok) return { refused: read.problem };
  const explanation: Explanation = explain(read.facts, at);
  return { answer: json ? JSON.stringify(plain(explanation), null, 2) : explanationText(explanation, read.facts) };
}

/** For other programs: names and values, without the rules' own text. */
const plain = ({ at, next, aids }: Explanation) => ({ at, ...(next ? { next } : {}), aids: aids.map(({ aid, ...answer }) => ({ id: aid.id, title: aid.title, ...answer })) });

async function readPerson(file: string): Promise<Read> {
  const { readFact, ruleBook, slugOf } = await import('../../aids/index.ts');
  const { factProblem } = await import('../simulate.messages.ts');
  const { inputs, bySlug } = ruleBook();
  const refuse = (name: string, failure: FactProblem): Read => ({ ok: false, problem: factProblem(file, name, failure) });
  let text: string;
  let given: unknown;
  try {
    // Some editors put the mark of UTF-8 first.
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    given = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: unreadable(file, error as NodeJS.ErrnoException) };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { ok: false, problem: `${file} : un objet JSON est attendu, comme {"personne . âge": 22}.` };
  const twice = repeatedKey(text);
  if (twice) return refuse(twice.name, { code: 'fact.twice', ...twice });
  const facts: Record<string, Facts[string]> = {};
  const told = new Set<string>();
  for (const [name, value] of Object.entries(given)) {
    const input = inputs.get(name) ?? bySlug.get(slugOf(name));
    if (!input) return refuse(name, { code: 'fact.unknown' });
    if (input.name === 'date') return refuse(name, { code: 'fact.day' });
    if (told.has(input.name)) return refuse(input.name, { code: 'fact.repeated' });
    told.add(input.name);
    if (value === null) continue;
    if (typeof value === 'object') return refuse(input.name, { code: 'fact.notValue', given: JSON.stringify(value) });
    const fact = readFact(input, typeof value === 'boolean' ? (value ? 'oui' : 'non') : String(value));
    if (!fact.ok) return refuse(input.name, fact.error);
    facts[input.name] = fact.value;
  }
  return { ok: true, facts };
}

function unreadable(file: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return `Le fichier ${file} n’existe pas.`;
  return error.code === undefined ? `${file} n’est pas du JSON : ${error.message}.` : `Le fichier ${file} ne se lit pas (${error.code}).`;
}
