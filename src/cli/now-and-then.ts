/** Tells of long work at most every so many milliseconds, the first time once as many have passed. */
export function nowAndThen<Told extends unknown[]>(ms: number, tell: (...told: Told) => void): (...told: Told) => void {
  let last = performance.now();
  return (...told) => {
    if (performance.now() - last < ms) return;
    last = performance.now();
    tell(...told);
  };
}
