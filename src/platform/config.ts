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
  ANCRAGE_SECRET: z.string().min(32).optional(),
  ANCRAGE_DEMO: z.stringbool({ truthy: ['on'], falsy: ['off'], case: 'sensitive', error: '« on » ou « off »' }).optional(),
  NODE_ENV: z.string().min(1).default('development'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'une adresse smtp:// ou smtps:// est attendue' }).optional(),
  MAIL_FROM: z.email().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
}).refine((config) => !config.DATABASE_URL === !config.DATABASE_OWNER_URL, {
  path: ['DATABASE_OWNER_URL'],
  message: 'DATABASE_URL et DATABASE_OWNER_URL vont ensemble : le compte de l’application et celui du propriétaire de la base',
}).refine((config) => !config.SMTP_URL || config.MAIL_FROM, {
  path: ['MAIL_FROM'],
  message: 'avec SMTP_URL, donnez l’adresse d’où partent les messages',
}).refine((config) => config.ANCRAGE_SECRET !== undefined || config.NODE_ENV !== 'production', {
  path: ['ANCRAGE_SECRET'],
  message: 'avec NODE_ENV=production, donnez une suite d’au moins 32 caractères que personne ne peut deviner (par exemple celle de « openssl rand -base64 32 »), et gardez-en une copie à part',
}).refine((config) => !(config.ANCRAGE_DEMO && config.NODE_ENV === 'production'), {
  path: ['ANCRAGE_DEMO'],
  message: 'les comptes de démonstration s’ouvrent d’un clic, donc jamais avec NODE_ENV=production : retirez l’un des deux réglages',
});

export type Config = z.infer<typeof configSchema>;

/** Whether demonstration accounts may be entered by one click: never in production, and not by itself on a database of one's own. */
export const isDemo = ({ ANCRAGE_DEMO, DATABASE_URL, NODE_ENV }: Pick<Config, 'ANCRAGE_DEMO' | 'DATABASE_URL' | 'NODE_ENV'>): boolean =>
  NODE_ENV !== 'production' && (ANCRAGE_DEMO ?? !DATABASE_URL);

/** Reads the environment; an empty variable counts as absent. Each problem names its variable. */
export function readConfig(environment: Record<string, string | undefined>): Result<Config, { code: 'config.invalid'; problems: string[] }> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = configSchema.safeParse(given, { error: fr().localeError });
  if (parsed.success) return success(parsed.data);
  return failure({ code: 'config.invalid', problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`) });
}

/** A host as an address writes it: IPv6 stands between brackets. */
export const hostInAddress = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The address at which the pages are served on this machine: `http://127.0.0.1:3000`. */
export const servedAt = ({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): string => `http://${hostInAddress(HOST)}:${PORT}`;
