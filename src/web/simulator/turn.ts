import type { App } from '../../composition.ts';
import { networkOf } from '../../platform/identity/network.rules.ts';
import { throttle, type TooMany } from '../../platform/identity/throttle.ts';
import type { Result } from '../../platform/result.ts';
import type { Visit } from '../visit.ts';

/** Counts one question or result for the reader's network: anybody may ask, and each costs some work. */
export const takeTurn = (house: Pick<App, 'db' | 'secret'>, { visitor }: Visit): Promise<Result<undefined, TooMany>> => throttle(house).take([['simulation', networkOf(visitor.ip)]]);
