import { redirect } from 'react-router';
import { formatCount, type Language } from '../platform/i18n/format.ts';
import type { Config } from '../platform/config.ts';
import type { Entered } from '../platform/identity/index.ts';
import { enteredHeaders } from './cookies.ts';
import { pathIn } from './language.ts';
import { identityMessages } from './messages/identity.ts';
import { localPath, withReturn } from './return-path.rules.ts';

/** After a first factor: to what is still missing, else to where one was going. */
export async function goOn(config: Config, entered: Entered, language: Language, back: string | undefined): Promise<Response> {
  const headers = await enteredHeaders(config, entered);
  if (entered.missing === 'code') return redirect(withReturn(pathIn(language, '/connexion/code'), back), { headers });
  if (entered.missing === 'enrolment') return redirect(withReturn(pathIn(language, '/connexion/double-facteur'), back), { headers });
  return redirect(localPath(back) ?? pathIn(language, '/espace'), { headers });
}

type FailureCode = keyof (typeof identityMessages)['fr']['failures'];

/** A failure's sentence, which says what to do. */
export function said(failure: { code: string; minutes?: number }, language: Language): string {
  const text = identityMessages[language].failures[failure.code as FailureCode];
  return typeof text === 'function' ? text(formatCount(failure.minutes ?? 1, { one: 'minute', many: 'minutes' }, language)) : text;
}
