import { data } from 'react-router';
import { formatInteger, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import type { SimulatorState } from './simulator.view.ts';

/** Why what was asked got no answer, with the state to ask again from. */
export interface Refusal extends SimulatorState { refused: string }

type RefusalCause = { code: 'form.tooManyFields' | 'simulation.noProject' } | { code: 'signIn.tooMany'; minutes: number };

/** A page of answers is its reader's alone. */
export const noStore = { 'cache-control': 'no-store' };

/** The refusal in words, with its status; what was answered comes back with it. */
export function refusal(cause: RefusalCause, language: PageLanguage, { fields, shows }: SimulatorState = { fields: [], shows: '' }): ReturnType<typeof data<Refusal>> {
  const words = simulatorMessages[language].refusals;
  const refused = cause.code === 'signIn.tooMany' ? words[cause.code](formatInteger(cause.minutes, language)) : words[cause.code]();
  return data({ refused, fields, shows }, { status: cause.code === 'signIn.tooMany' ? 429 : 400, headers: noStore });
}
