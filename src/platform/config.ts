import { z } from 'zod';
import { fr } from 'zod/locales';
import { failure, success, type Result } from './result.ts';

const origin = z.url({ protocol: /^https?$/, abort: true })
  .refine((url) => new URL(url).pathname === '/', 'une adresse sans chemin est attendue, comme https://ancrage.exemple.fr')
  .transform((url) => new URL(url).origin);

/** Refused by its name only: the address may hold a password. */
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'une adresse de PostgreSQL est attendue, comme postgresql://compte:mot-de-passe@machine:5432/base');

/** Every setting, from the environment only. `.env.example` is checked against this schema. */
export const configSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ANCRAGE_DATA: z.string().min(1).default('./data'),
  ANCRAGE_TERRITORY: z.string().min(1).default('metz'),
  ANCRAGE_ORIGIN: origin.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
}).refine((config) => !config.DATABASE_URL === !config.DATABASE_OWNER_URL, {
  path: ['DATABASE_OWNER_URL'],
  message: 'DATABASE_URL et DATABASE_OWNER_URL vont ensemble : le compte de l’application et celui du propriétaire de la base',
});

export type Config = z.infer<typeof configSchema>;

/** Reads the environment; an empty variable counts as absent. Each problem names its variable. */
export function readConfig(environment: Record<string, string | undefined>): Result<Config, { code: 'config.invalid'; problems: string[] }> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = configSchema.safeParse(given, { error: fr().localeError });
  if (parsed.success) return success(parsed.data);
  return failure({ code: 'config.invalid', problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`) });
}
