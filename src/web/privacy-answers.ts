import { data } from 'react-router';
import { copyPersonalData } from '../parties/index.ts';
import { personalAreas } from '../composition.ts';
import { downloadHeaders } from '../platform/files/download.rules.ts';
import { formatDay } from '../platform/i18n/format.ts';
import { copyArchive } from '../platform/privacy/copy.ts';
import type { Session } from '../platform/use-case.ts';
import type { Problem } from './form.ts';
import type { languageOf } from './language.ts';
import { privacyMessages } from './messages/privacy.ts';

type Language = ReturnType<typeof languageOf>;

type Failure =
  | { code: 'input.invalid'; fields: Readonly<Record<string, string>> }
  | { code: 'privacyRequest.waiting'; dueOn: string }
  | { code: 'forbidden' | 'person.unknown' | 'privacyRequest.unknown' | 'privacyRequest.answered' | 'privacyRequest.toConfirm' };

/**
 * A refusal beside the field that it is about.
 *
 * @param fields the form's name for each input of the use case; the first one stands for what concerns the whole form
 * @param own whether the person speaks for herself
 */
export function privacyProblems(failure: Failure, language: Language, fields: Readonly<Record<string, string>>, own: boolean): Problem[] {
  const words = privacyMessages[language].problems;
  const first = Object.values(fields)[0] ?? '';
  switch (failure.code) {
    case 'forbidden': throw data(null, { status: 403 });
    case 'privacyRequest.unknown': throw data(null, { status: 404 });
    case 'input.invalid':
      return Object.entries(failure.fields).map(([input, code]) => ({ field: fields[input] ?? first, text: (words as unknown as Record<string, string>)[code] ?? words.choose }));
    case 'person.unknown': return [{ field: fields['personId'] ?? first, text: own ? words.noFile : words.unknown }];
    case 'privacyRequest.waiting': return [{ field: first, text: words.waiting(formatDay(failure.dueOn, language, { weekday: true })) }];
    case 'privacyRequest.answered': return [{ field: first, text: words.answered }];
    case 'privacyRequest.toConfirm': return [{ field: fields['confirmed'] ?? first, text: words.confirm }];
  }
}

/** The archive of a person's data, to be saved. */
export async function sendCopy(secret: string, session: Session, input: { requestId?: string }): Promise<Response> {
  const copied = await copyPersonalData(personalAreas(secret))(session, input);
  if (!copied.ok) throw data(null, { status: copied.error.code === 'forbidden' ? 403 : 404 });
  const archive = await copyArchive(copied.value);
  return new Response(new Uint8Array(archive), { headers: downloadHeaders({ name: 'mes-donnees-ancrage.zip', mediaType: 'application/zip', bytes: archive.length }) });
}
