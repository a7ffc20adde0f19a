import type { MigrationFailure } from '../platform/database/migrate.ts';
import type { BackupDone, BackupFailure, RestoreDone, RestoreFailure, UpgradeFailure } from '../platform/backup/index.ts';
import type { SecretFailure } from '../platform/secret.ts';
import type { ServerFailure, ServerStep } from '../platform/database/server.ts';
import type { SeedFailure } from '../observatory/index.ts';
import type { LegalFailure } from '../web/legal.ts';
import type { TerritoryFailure } from '../territory/index.ts';
import type { DatabaseFailure, Unreachable } from './database-failure.ts';
import { formatInteger, formatNumber } from '../platform/i18n/format.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { PortFailure } from './port.ts';

/** Why the system took no more of an answer, by its own code. */
const writeReasons: Readonly<Record<string, string>> = { ENOSPC: 'le disque est plein', EDQUOT: 'la place qui vous est laissée est pleine', EFBIG: 'le fichier dépasse la taille permise', EIO: 'le disque ne répond pas' };

/** Everything that can keep the house from opening. */
export type OpenFailure =
  | { code: 'config.invalid'; problems: string[] }
  | TerritoryFailure
  | SeedFailure
  | LegalFailure
  | ServerFailure
  | SecretFailure
  | BackupFailure
  | RestoreFailure
  | UpgradeFailure
  | { code: 'secret.ofBackup'; file: string }
  | { code: 'demo.inProduction' }
  | DatabaseFailure
  | MigrationFailure
  | PortFailure;

const unreachable: Record<Unreachable, string> = {
  address: 'l’adresse ne se lit pas, ou nomme un fichier qui n’existe pas',
  unknownHost: 'aucune machine ne porte ce nom',
  nothingListens: 'aucun serveur n’écoute à cette adresse',
  noSocket: 'aucun serveur n’a ouvert ce dossier',
  forbidden: 'ce compte du poste n’y a pas accès',
  silent: 'le serveur se tait',
  cut: 'la connexion a été coupée',
  notEncrypted: 'la connexion chiffrée est refusée',
  account: 'le compte ou son mot de passe est refusé',
  noDatabase: 'le serveur n’a pas de base de ce nom',
  startsOrStops: 'le serveur démarre ou s’arrête',
  full: 'toutes les connexions du serveur sont prises',
};

type FailureCode = OpenFailure['code'];
type Sentences = { [Code in FailureCode]: (failure: Extract<OpenFailure, { code: Code }>) => string };

const sentences: Sentences = {
  'config.invalid': ({ problems }) => `Réglage refusé. ${problems.join(' ; ')}. Les réglages possibles sont décrits dans .env.example.`,
  'territory.unknown': ({ asked }) => `Territoire inconnu : « ${asked} ». Donnez le code SIREN d’une intercommunalité (9 chiffres) ou le nom d’un dossier de territories/.`,
  'territory.badFile': ({ file, detail }) => `Le fichier du territoire ne se lit pas : ${file} (${detail}).`,
  'territory.badFigures': ({ detail }) => `Un fichier de chiffres du territoire ne se lit pas. ${detail}`,
  'legal.badFile': ({ file, detail }) => `Le fichier des mentions légales ne se lit pas : ${file} (${detail}). Corrigez-le, puis relancez.`,
  'secret.unwritable': ({ file, detail }) => `Le secret d’Ancrage ne peut pas être gardé dans ${file} (${detail}) : donnez-le par ANCRAGE_SECRET, ou choisissez un autre dossier avec ANCRAGE_DATA.`,
  'secret.badFile': ({ file }) => `Le fichier ${file} devrait contenir le secret d’Ancrage (32 caractères au moins) : remettez-y celui d’origine, ou donnez-le par ANCRAGE_SECRET.`,
  'demo.inProduction': () => 'Cette base contient des comptes de démonstration, où l’on entre sans mot de passe : elle ne s’ouvre pas avec NODE_ENV=production. Partez d’une base vide.',
  'server.noBinaries': ({ platform }) => `PostgreSQL n’est pas fourni pour ${platform} : indiquez une base avec DATABASE_URL et DATABASE_OWNER_URL.`,
  'server.noUidToRunAs': () => 'PostgreSQL ne peut pas fonctionner sous le compte root, et ce poste n’a ni compte « nobody » ni compte « postgres » : lancez Ancrage sous un compte ordinaire.',
  'server.dataOfAnother': ({ folder }) => `Ce compte n’a pas le droit d’écrire dans ${folder} : lancez Ancrage sous le compte qui a créé ces données, ou choisissez un autre dossier avec ANCRAGE_DATA.`,
  'server.otherVersion': ({ folder, found, wanted }) => `Le dossier ${folder} n’est pas une base PostgreSQL ${wanted} (trouvé : ${found}). Rien n’a été modifié. Choisissez un autre dossier avec ANCRAGE_DATA.`,
  'server.socketFolderTaken': ({ folder }) => `Le dossier ${folder} appartient à un autre compte : PostgreSQL n’y sera pas ouvert. Supprimez ce dossier, puis relancez.`,
  'server.socketFolderRefused': ({ folder }) => `Le dossier ${folder} ne peut pas être créé : /tmp doit être ouvert en écriture à ce compte.`,
  'server.diskFull': ({ folder }) => `Le disque est plein : la base de données dans ${folder} ne peut pas être ouverte. Rien n’est perdu : libérez de la place, puis relancez.`,
  'server.lockHeld': ({ pid }) => `Le processus ${pid} ouvre ou ferme la base de données depuis plus de deux minutes : arrêtez-le, puis relancez.`,
  'server.startFailed': ({ lastLines, logFile }) => `PostgreSQL n’a pas démarré : ${lastLines.at(-1) ?? 'aucun message'}. Journal : ${logFile}`,
  'database.unreachable': ({ reason }) => `La base de données ne répond pas : ${unreachable[reason]}. Vérifiez DATABASE_URL et DATABASE_OWNER_URL.`,
  'database.noRights': () => 'Le compte de DATABASE_OWNER_URL n’a pas les droits qu’il faut pour préparer la base. Faites-en le propriétaire de cette base, puis relancez.',
  'database.notSame': () => 'DATABASE_URL et DATABASE_OWNER_URL ne mènent pas à la même base. Donnez la même machine et le même nom de base dans les deux.',
  'database.diskFull': () => 'Le disque de la base de données est plein. Rien n’est perdu : libérez de la place, puis relancez.',
  'database.newer': ({ unknown }) => `La base vient d’une version plus récente d’Ancrage (migrations inconnues : ${unknown.join(', ')}). Rien n’a été modifié. Mettez Ancrage à jour.`,
  'database.migrationFailed': ({ detail }) => `La base n’a pas pu être mise à jour : ${detail}. Rien n’a été modifié.`,
  'backup.exists': ({ file }) => `Le fichier ${file} existe déjà : rien n’a été remplacé. Choisissez un autre nom, ou ajoutez --force.`,
  'backup.nothing': () => 'Cette base n’a encore jamais servi : il n’y a rien à sauvegarder.',
  'backup.badPlace': ({ file, detail }) => `La sauvegarde ne peut pas être écrite dans ${file} (${detail}).`,
  'backup.diskFull': ({ file }) => `Le disque est plein : la sauvegarde ${file} n’a pas été faite, et rien d’autre n’a changé. Libérez de la place, puis relancez.`,
  'backup.absent': ({ file }) => `Le fichier ${file} est introuvable ou illisible.`,
  'backup.notOne': ({ file }) => `Le fichier ${file} n’est pas une sauvegarde d’Ancrage.`,
  'backup.damaged': ({ file, part }) => `La sauvegarde ${file} est abîmée (${damagedPart(part)}) : rien n’a été restauré. Prenez-en une autre.`,
  'backup.otherSecret': ({ file }) => `La sauvegarde ${file} a été faite avec un autre secret : donnez celui d’origine par ANCRAGE_SECRET, ou remettez le fichier secret d’origine dans le dossier de données.`,
  'restore.newerBackup': ({ version, unknown }) => `Cette sauvegarde vient d’une autre version d’Ancrage (${version} ; migrations inconnues : ${unknown.join(', ') || 'ordre différent'}). Mettez Ancrage à jour, puis relancez.`,
  'restore.notEmpty': ({ table }) => `Cette base contient déjà des données (${table}) : rien n’a été modifié. Restaurez dans un dossier vide, par exemple avec ANCRAGE_DATA=./data-restauree, ou dans une base vide.`,
  'restore.otherSchema': () => 'Cette base, encore vide, a été préparée par une autre version : rien n’a été modifié. Restaurez dans un dossier vide, par exemple avec ANCRAGE_DATA=./data-restauree, ou dans une base vide.',
  'upgrade.needsBackup': ({ pending }) => `La base est à mettre à jour (${pending} migration${pending > 1 ? 's' : ''}) et contient des personnes. Relancez avec start --backup <fichier>, qui la sauvegarde d’abord, ou start --no-backup si vous avez déjà une sauvegarde.`,
  'secret.ofBackup': ({ file }) => `Pour restaurer, donnez le secret de l’installation d’origine : par ANCRAGE_SECRET, ou en copiant son fichier secret dans ${file}.`,
  'port.busy': ({ port }) => `Le port ${port} est déjà occupé : fermez l’autre programme ou choisissez-en un autre avec PORT=${port + 1} npm start`,
  'port.forbidden': ({ port }) => `Ce compte n’a pas le droit d’ouvrir le port ${port} : choisissez-en un autre avec PORT=3000 npm start`,
  'port.badHost': ({ host }) => `L’adresse HOST=${host} n’est pas une adresse de ce poste.`,
};

const damagedPart = (part: string): string => (part === 'manifest.json' ? 'sa table des matières' : part === 'end' ? 'sa fin' : `table ${part}`);

const refusals: ReadonlySet<FailureCode> = new Set([
  'territory.unknown', 'territory.badFile', 'territory.badFigures', 'legal.badFile',
  'backup.exists', 'backup.nothing', 'backup.absent', 'backup.notOne', 'backup.damaged', 'backup.otherSecret', 'restore.newerBackup', 'restore.notEmpty', 'restore.otherSchema',
]);

/** One French sentence for a failure, and how the program ends after it. */
export function explain(failure: OpenFailure): { sentence: string; exitCode: ExitCode } {
  const write = sentences[failure.code] as (given: OpenFailure) => string;
  return { sentence: write(failure), exitCode: refusals.has(failure.code) ? exitCodes.refused : exitCodes.environment };
}

/** What the database's opening is doing, for the screen; undefined for what lasts no time. */
export function stepLine(step: ServerStep): string | undefined {
  switch (step.step) {
    case 'relocated':
      return `Le dossier ${step.from} n’est accessible qu’à root, et PostgreSQL ne fonctionne pas sous root : la base et ses programmes sont dans ${step.to}.`;
    case 'copyingBinaries':
      return `Copie des programmes de PostgreSQL dans ${step.to} (une fois)…`;
    case 'initialising':
      return `Création de la base de données dans ${step.folder} (une fois)…`;
    case 'recovering':
      return 'Reprise de la base après un arrêt brutal…';
    case 'waitingForLock':
      return `Le processus ${step.pid} ouvre ou ferme la base : attente…`;
    case 'starting':
      return undefined;
  }
}

/** `0,4 s` since a moment. */
export const secondsSince = (startedAt: number): string => `${((Date.now() - startedAt) / 1000).toFixed(1).replace('.', ',')} s`;

const moment = (iso: string): string => new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));

export const messages = {
  ready: (address: string, startedAt: number) => `Ancrage est prêt : ${address} — Ctrl-C pour arrêter (démarré en ${secondsSince(startedAt)})`,
  databaseReady: (startedAt: number) => `Base de données prête (${secondsSince(startedAt)}).`,
  migrated: (count: number) => `Base mise à jour : ${count} migration${count > 1 ? 's' : ''}.`,
  secretMade: (file: string) => `Secret d’Ancrage créé dans ${file} : gardez-en une copie à part. Sans lui, les seconds facteurs et les fichiers chiffrés ne s’ouvrent plus.`,
  savingBeforeUpgrade: (file: string) => `Base à mettre à jour : sauvegarde d’abord dans ${file}…`,
  saved: ({ file, rows, tables, bytes }: BackupDone) => `Sauvegarde faite : ${file} (${formatInteger(tables, 'fr')} tables, ${formatInteger(rows, 'fr')} lignes, ${formatNumber(bytes / 1e6, 1, 'fr')} Mo).`,
  restored: ({ rows, tables, madeAt }: RestoreDone) => `Base restaurée, avec le même contenu que lors de la sauvegarde du ${moment(madeAt)} (${formatInteger(tables, 'fr')} tables, ${formatInteger(rows, 'fr')} lignes).`,
  stopping: 'Arrêt en cours…',
  stopped: 'Ancrage est arrêté.',
  nearTerritories: (found: { code: string; name: string }[]) => `Territoires proches : ${found.map((one) => `${one.name} (${one.code})`).join(', ')}.`,
  answerLost: (reason: string) =>
    `La réponse n’est pas complète : elle n’a pas pu être écrite (${writeReasons[reason] ?? reason}). `
    + `Le travail demandé est peut-être fait : vérifiez-le, ${reason === 'ENOSPC' || reason === 'EDQUOT' ? 'libérez de la place, ' : ''}puis relancez.`,
  unexpected: 'Erreur imprévue d’Ancrage (signalez-la avec le détail qui suit) :',
};
