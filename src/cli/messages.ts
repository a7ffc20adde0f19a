import type { MigrationFailure } from '../platform/database/migrate.ts';
import type { ServerFailure, ServerStep } from '../platform/database/server.ts';
import type { SeedFailure } from '../observatory/index.ts';
import type { LegalFailure } from '../web/legal.ts';
import type { TerritoryFailure } from '../territory/index.ts';
import type { DatabaseFailure, Unreachable } from './database-failure.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { PortFailure } from './port.ts';

/** Everything that can keep the house from opening. */
export type OpenFailure =
  | { code: 'config.invalid'; problems: string[] }
  | TerritoryFailure
  | SeedFailure
  | LegalFailure
  | ServerFailure
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
  'port.busy': ({ port }) => `Le port ${port} est déjà occupé : fermez l’autre programme ou choisissez-en un autre avec PORT=${port + 1} npm start`,
  'port.forbidden': ({ port }) => `Ce compte n’a pas le droit d’ouvrir le port ${port} : choisissez-en un autre avec PORT=3000 npm start`,
  'port.badHost': ({ host }) => `L’adresse HOST=${host} n’est pas une adresse de ce poste.`,
};

const refusals: ReadonlySet<FailureCode> = new Set(['territory.unknown', 'territory.badFile', 'territory.badFigures', 'legal.badFile']);

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

export const messages = {
  ready: (address: string, startedAt: number) => `Ancrage est prêt : ${address} — Ctrl-C pour arrêter (démarré en ${secondsSince(startedAt)})`,
  databaseReady: (startedAt: number) => `Base de données prête (${secondsSince(startedAt)}).`,
  migrated: (count: number) => `Base mise à jour : ${count} migration${count > 1 ? 's' : ''}.`,
  stopping: 'Arrêt en cours…',
  stopped: 'Ancrage est arrêté.',
  nearTerritories: (found: { code: string; name: string }[]) => `Territoires proches : ${found.map((one) => `${one.name} (${one.code})`).join(', ')}.`,
  unexpected: 'Erreur imprévue d’Ancrage (signalez-la avec le détail qui suit) :',
};
