/**
 * The text with what steers a terminal or reverses the reading order (escape sequences, carriage returns, bidirectional
 * marks) written out as `\u001b`: a file's name must not repaint the screen. Lines and tabs stay. In JSON these characters
 * stand only inside strings, where this very form means them.
 */
export const withoutControls = (text: string): string =>
  text.replaceAll(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, (letter) => `\\u${letter.codePointAt(0)!.toString(16).padStart(4, '0')}`);
