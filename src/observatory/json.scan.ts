const maxDepth = 32;
/** A map of all French communes has some two million positions, each an array. */
const maxContainers = 4_000_000;

/**
 * Follows the brackets of a JSON text as it streams by. A few megabytes of brackets would take gigabytes once parsed:
 * they are refused before.
 */
export class JsonScan {
  #depth = 0;
  #containers = 0;
  #inString = false;
  #escaped = false;

  /** Whether the text, so far, is one that may be parsed. */
  take(chunk: Uint8Array): boolean {
    for (const byte of chunk) {
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === backslash) this.#escaped = true;
        else if (byte === quote) this.#inString = false;
      } else if (byte === quote) this.#inString = true;
      else if (byte === openBracket || byte === openBrace) {
        this.#depth += 1;
        this.#containers += 1;
        if (this.#depth > maxDepth || this.#containers > maxContainers) return false;
      } else if (byte === closeBracket || byte === closeBrace) this.#depth -= 1;
    }
    return true;
  }
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];
