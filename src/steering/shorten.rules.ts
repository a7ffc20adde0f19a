/** A text of at most `longest` letters: a whole one is in the workbook. */
export const shortened = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`);
