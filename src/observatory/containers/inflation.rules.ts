const freeBytes = 64 * 1024 * 1024;
/** Tables of the census shrink 10 to 40 times; zeros a thousand times. */
const maxRatio = 200;

/** Follows what comes out of a compressed file: true once it has swollen as no table does. */
export function inflationGuard(packedBytes: number): (more: number) => boolean {
  let bytes = 0;
  return (more) => {
    bytes += more;
    return bytes > freeBytes && bytes > packedBytes * maxRatio;
  };
}
