import { data } from 'react-router';
import { readForm, refused, type Problem } from '../form.ts';
import { partiesWords } from '../messages/parties.ts';

/** A form's fields, by the name that the service knows each under. */
export interface FormShape {
  /** Service's field → field of the form. */
  names: Readonly<Record<string, string>>;
  /** Field of the form → its label, so that a problem says where it is. */
  labels?: Readonly<Record<string, string>>;
  /** Where each failure is to be looked at again; the first field otherwise. */
  places?: Readonly<Record<string, string>>;
  /** In whose words problems and failures are said: the parties' where nothing else is given. `text` is said of what has no words of its own. */
  words?: { problems: Readonly<Record<string, string>>; failures: Readonly<Record<string, string>> };
  /** Service's field → what is said of it, whatever is wrong. */
  says?: Readonly<Record<string, string>>;
}

interface Sent {
  /** For the service. */
  input: Record<string, string>;
  /** To be shown again. */
  typed: Record<string, string>;
  /** Any other field. */
  field: (name: string) => string;
}

/** Reads a form once. */
export async function readSent(request: Request, ...shapes: readonly FormShape[]): Promise<Sent> {
  const field = await readForm(request);
  const names = Object.assign({}, ...shapes.map((shape) => shape.names)) as Record<string, string>;
  return {
    field,
    input: Object.fromEntries(Object.entries(names).map(([known, name]) => [known, field(name)])),
    typed: Object.fromEntries(Object.values(names).map((name) => [name, field(name)])),
  };
}

export type ServiceFailure = { code: string } | { code: 'input.invalid'; fields: Readonly<Record<string, string>> };

/** What has to be looked at again; a refusal and an absence are pages of their own. */
export function problemsOf(error: ServiceFailure, { names, labels = {}, places = {}, words = partiesWords, says = {} }: FormShape): Problem[] {
  if (error.code === 'forbidden') throw data(null, { status: 403 });
  if (error.code.endsWith('.unknown')) throw data(null, { status: 404 });
  const first = Object.values(names)[0] ?? '';
  if (!('fields' in error)) return [{ field: places[error.code] ?? first, text: sayFailure(error.code, words.failures) }];
  const problems = Object.entries(error.fields).map(([path, why]): Problem => {
    const [known = ''] = path.split('.');
    const field = names[known];
    // What the page itself sends, an id, is wrong only in a forged form.
    if (field === undefined) throw data(null, { status: 404 });
    const text = says[known] ?? words.problems[why] ?? words.problems['text'] ?? '';
    return { field, text: labels[field] ? partiesWords.inField(labels[field], text) : text };
  });
  // Several of a field's parts may be wrong for one reason.
  return problems.filter((one, at) => problems.findIndex(({ field, text }) => field === one.field && text === one.text) === at);
}

function sayFailure(code: string, failures: Readonly<Record<string, string>>): string {
  const text = failures[code];
  if (text === undefined) throw new Error(`no words for ${code}`);
  return text;
}

/** The form again, with what was typed and what to look at. */
export const again = (error: ServiceFailure, shape: FormShape, typed: Record<string, string>) => refused(problemsOf(error, shape), typed);

/** The value of an answer that a page shows; an absent one is a page of its own. */
export function shown<Value>(answer: { ok: true; value: Value } | { ok: false; error: { code: string } }): Value {
  if (answer.ok) return answer.value;
  throw data(null, { status: answer.error.code === 'forbidden' ? 403 : 404 });
}

/** A word of a catalogue that an address asks for; what it has not is nothing, its own properties aside. */
export const wordOf = (words: Readonly<Record<string, string>>, asked: string): string | undefined => (Object.hasOwn(words, asked) ? words[asked] : undefined);
