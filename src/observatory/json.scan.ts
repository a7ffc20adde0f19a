const maxDepth = 32;
/** A map of all French communes has some two million positions: twice as many arrays, and four times as many commas, are plenty. */
const maxContainers = 4_000_000;
const maxCommas = 12_000_000;
const maxMembers = 2_000_000;

/**
 * Follows the marks of a JSON text as it streams by. A few megabytes of brackets, of members or of zeros would take
 * gigabytes once parsed: they are refused before.
 */
export class JsonScan {
  #depth = 0;
  #containers = 0;
  #commas = 0;
  #members = 0;
  #inString = false;
  #escaped = false;

  /** Whether the text, so far, is one that may be parsed. */
  take(chunk: Uint8Array): boolean {
    for (const byte of chunk) {
      if (this.#inString) this.#inText(byte);
      else if (byte === quote) this.#inString = true;
      else if (byte === comma) this.#commas += 1;
      else if (byte === colon) this.#members += 1;
      else if (byte === openBracket || byte === openBrace) {
        this.#depth += 1;
        this.#containers += 1;
        if (this.#depth > maxDepth) return false;
      } else if (byte === closeBracket || byte === closeBrace) this.#depth -= 1;
    }
    return this.#containers <= maxContainers && this.#commas <= maxCommas && this.#members <= maxMembers;
  }

  #inText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inString = false;
  }
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];
