import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes. The library's default is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One keyboard sends é as one sign, another as two: both are the same password. */
const same = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(same(password), cost);

let nobodys: Promise<string> | undefined;

/** Compares with the stored hash; without one, with nobody's, so that the answer takes the same time. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  if (stored) return verify(stored, same(password));
  nobodys ??= hashPassword('nobody has this password');
  await verify(await nobodys, same(password));
  return false;
}
