/** What becomes of a failure. */
export interface Failing {
  /** Hears of each one, once. */
  told?: ((error: unknown) => void) | undefined;
  /** Who asks within so many milliseconds gets the same failure: what takes long to fail is not tried at each request. */
  keptMs?: number;
}

/**
 * Makes each thing once: who asks for the same while it is made waits for that one, and the last `limit` made are kept.
 * What failed is made again when it is asked again, at once unless `failing` keeps the failure a while.
 */
export function keepFew<Asked, Made>(limit: number, keyOf: (asked: Asked) => string, make: (asked: Asked) => Promise<Made>, { told, keptMs = 0 }: Failing = {}): (asked: Asked) => Promise<Made> {
  const kept = new Map<string, Promise<Made>>();
  const forget = (key: string, made: Promise<Made>): void => {
    if (kept.get(key) === made) kept.delete(key);
  };
  return (asked) => {
    const key = keyOf(asked);
    const known = kept.get(key);
    const made = known ?? make(asked);
    // A map keeps the order of entry: the first is the one that nobody has asked for the longest.
    kept.delete(key);
    kept.set(key, made);
    if (!known) {
      made.catch((error: unknown) => {
        told?.(error);
        if (keptMs === 0) forget(key, made);
        else setTimeout(forget, keptMs, key, made).unref();
      });
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - limit))) kept.delete(oldest);
    }
    return made;
  };
}
