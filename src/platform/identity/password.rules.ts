import { failure, success, type Result } from '../result.ts';

export type PasswordFailure = { code: 'password.tooShort' | 'password.tooLong' | 'password.personal' | 'password.weak' };

export const shortestPassword = 12;
/** Longer ones would only make the server work. */
export const longestPassword = 128;

/** Below it, a password falls in less than 10⁸ guesses: a list of stolen passwords and its usual twists. */
export const safeScore = 3;

const plain = (text: string): string => text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Words about its owner that a password is better without. */
export const personalWords = ({ name, email }: { name: string; email: string }): string[] => {
  const [local = '', domain = ''] = email.split('@');
  return [...new Set([email, local, domain, name, ...name.split(/[\s-]+/), ...local.split(/[._+-]+/), ...domain.split('.')].map(plain))].filter((word) => word.length >= 3);
};

/** What can be said of a password without any dictionary: its length, and whether it is little more than its owner's name or address. */
export function checkShape(password: string, owner: { name: string; email: string }): Result<undefined, PasswordFailure> {
  if (Array.from(password).length < shortestPassword) return failure({ code: 'password.tooShort' });
  if (Array.from(password).length > longestPassword) return failure({ code: 'password.tooLong' });
  const rest = personalWords(owner).toSorted((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), plain(password));
  const own = rest !== plain(password);
  return own && rest.length < 8 ? failure({ code: 'password.personal' }) : success(undefined);
}
