import { Worker } from 'node:worker_threads';
import { failure, success, type Result } from '../result.ts';
import { checkShape, personalWords, safeScore, type PasswordFailure } from './password.rules.ts';

interface Estimator {
  worker: Worker;
  waiting: Map<number, { resolve: (score: number) => void; reject: (error: Error) => void }>;
}

let estimator: Estimator | undefined;
let last = 0;

/** Started by the first password that is chosen: the dictionaries take half a second to load, apart from the server's own thread. */
function start(): Estimator {
  const worker = new Worker(new URL('./password-strength.worker.ts', import.meta.url));
  const waiting: Estimator['waiting'] = new Map();
  worker.unref();
  worker.on('message', ({ id, score }: { id: number; score: number }) => {
    waiting.get(id)?.resolve(score);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => {
    estimator = undefined;
    for (const { reject } of waiting.values()) reject(error);
  });
  return { worker, waiting };
}

function scoreOf(password: string, words: string[]): Promise<number> {
  estimator ??= start();
  const { worker, waiting } = estimator;
  return new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.ref();
    worker.postMessage({ id: last, password, words });
  });
}

/** Whether a password may be chosen: long enough, not the owner's name, in no list of stolen passwords, not guessed soon. */
export async function checkPassword(password: string, owner: { name: string; email: string }): Promise<Result<undefined, PasswordFailure>> {
  const shape = checkShape(password, owner);
  if (!shape.ok) return shape;
  return (await scoreOf(password, personalWords(owner))) < safeScore ? failure({ code: 'password.weak' }) : success(undefined);
}
