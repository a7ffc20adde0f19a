import { failure, type Result } from '../result.ts';
import type { Tx } from './database.ts';

class Undo<Failure> extends Error {
  readonly failure: Failure;
  constructor(failed: Failure) {
    super('undone');
    this.failure = failed;
  }
}

/**
 * Runs `work` in the transaction that `inTransaction` opens; a failure, which is a value, rolls everything back as an
 * exception would.
 */
export async function undoing<Value, Failure>(
  inTransaction: (run: (tx: Tx) => Promise<Result<Value, Failure>>) => Promise<Result<Value, Failure>>, work: (tx: Tx) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  try {
    return await inTransaction(async (tx) => {
      const done = await work(tx);
      if (!done.ok) throw new Undo(done.error);
      return done;
    });
  } catch (error) {
    if (error instanceof Undo) return failure(error.failure as Failure);
    throw error;
  }
}
