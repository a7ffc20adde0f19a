/** Texts as small integers: equal texts, equal codes. */
export class Strings {
  readonly list: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The code of a text, new if it was never met. */
  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.list.length);
    this.list.push(text);
    return this.list.length - 1;
  }

  text(code: number): string {
    const text = this.list[code];
    if (text === undefined) throw new RangeError(`No text has the code ${code}.`);
    return text;
  }
}
