/** A service's answer: errors are values, so that a caller cannot forget them. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

export const success = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const failure = <Failure>(error: Failure): Result<never, Failure> => ({ ok: false, error });
