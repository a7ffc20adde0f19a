import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatNumber } from '../../platform/i18n/format.ts';
import type { Config } from '../../platform/config.ts';
import { openTransport } from '../../platform/mail/transport.ts';
import { failed, ok, warning, type Check } from './check.ts';

/** What settings, disk and mail server say, without the database. */
export const machineChecks = async (config: Config): Promise<Check[]> => [settings(config), secret(config), await disk(config.ANCRAGE_DATA), await mailServer(config)];

function settings({ NODE_ENV, ANCRAGE_ORIGIN }: Config): Check {
  if (NODE_ENV !== 'production') return warning('settings', 'Réglages lus. NODE_ENV n’est pas « production » : à réserver aux essais.');
  if (!ANCRAGE_ORIGIN) return warning('settings', 'Réglages lus. ANCRAGE_ORIGIN manque : les liens des messages mènent à cette machine seulement.');
  return ANCRAGE_ORIGIN.startsWith('https:') ? ok('settings', 'Réglages lus.') : failed('settings', 'ANCRAGE_ORIGIN n’est pas en https : mots de passe et dossiers passeraient en clair.');
}

function secret({ ANCRAGE_SECRET, ANCRAGE_DATA, NODE_ENV }: Config): Check {
  if (ANCRAGE_SECRET) return ok('secret', 'Secret donné par ANCRAGE_SECRET. Gardez-en une copie hors des sauvegardes.');
  const file = join(ANCRAGE_DATA, 'secret');
  if (!existsSync(file)) return warning('secret', 'Aucun secret encore : le premier démarrage en crée un.');
  if ((statSync(file).mode & 0o077) !== 0) return failed('secret', `Le fichier ${file} est lisible par d’autres comptes : chmod 600 ${file}`);
  return NODE_ENV === 'production'
    ? warning('secret', `Secret dans ${file}, à côté des données qu’il protège : préférez ANCRAGE_SECRET.`)
    : ok('secret', `Secret dans ${file}. Gardez-en une copie hors des sauvegardes.`);
}

async function disk(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(existing(folder));
  const gigabytes = (bavail * bsize) / 1e9;
  const text = `Disque des données : ${formatNumber(gigabytes, 1, 'fr')} Go libres.`;
  if (gigabytes < 0.5) return failed('disk', `${text} Libérez de la place.`);
  return gigabytes < 5 ? warning('disk', text) : ok('disk', text);
}

const existing = (folder: string): string => (existsSync(folder) ? folder : existing(dirname(folder)));

async function mailServer({ SMTP_URL, MAIL_FROM }: Config): Promise<Check> {
  if (!SMTP_URL || !MAIL_FROM) return warning('mail', 'Aucun serveur de messagerie (SMTP_URL) : les messages ne partent pas.');
  const transport = openTransport(SMTP_URL, MAIL_FROM);
  try {
    await transport.check();
    return ok('mail', `Le serveur de messagerie accepte la connexion ; les messages partent de ${MAIL_FROM}.`);
  } catch (error) {
    return failed('mail', `Le serveur de messagerie refuse ou ne répond pas (${error instanceof Error && 'code' in error ? String(error.code) : 'sans réponse'}) : vérifiez SMTP_URL.`);
  } finally {
    transport.close();
  }
}
