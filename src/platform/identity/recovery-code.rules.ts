/** Without 0, 1, I, L, O, which eyes confuse: 31 signs, 49 bits for ten. */
export const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A recovery code as it was given, whatever capitals, spaces or hyphens were typed; undefined when it cannot be one. */
export function typedRecoveryCode(typed: string): string | undefined {
  const plain = typed.toLowerCase().replaceAll(/[\s\u2010-\u2015-]/g, '');
  return new RegExp(`^[${codeLetters}]{10}$`).test(plain) ? `${plain.slice(0, 5)}-${plain.slice(5)}` : undefined;
}
