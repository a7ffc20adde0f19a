import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runChild } from './child.mjs';
import { withLock } from './lock.mjs';
import { clockOnScreen, projectRoot, refusal, say, workFolder } from './project.mjs';

const modules = join(projectRoot, 'node_modules');
const stampFile = join(modules, '.ancrage-installed');
const lockFile = join(projectRoot, 'package-lock.json');
const logFile = join(workFolder, 'npm-ci.log');

/** Installs the packages unless node_modules is already what package-lock.json asks for. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  try {
    await withLock(join(workFolder, 'install.lock'), install, {
      onWait: (pid) => say(`Une autre installation est en cours (processus ${pid}) : attente…`),
    });
  } catch (error) {
    throw error.code === 'ENOSPC' ? diskFull() : error;
  }
}

async function install(lock) {
  if (isInstalled()) return;
  say('Installation des paquets (une fois)…');
  const stop = clockOnScreen();
  mkdirSync(workFolder, { recursive: true });
  const log = openSync(logFile, 'w');
  const [command, before] = npmCommand();
  // No package needs an install script (see embedded-symlinks.mjs), so none runs.
  const args = [...before, 'ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-dry-run', '--no-global', '--no-audit', '--no-fund'];
  let end;
  try {
    end = await runChild(command, args, { cwd: projectRoot, env: npmEnvironment(), stdio: ['ignore', log, log] }, (pid) => lock.share(pid));
  } catch (error) {
    throw error.code === 'ENOENT' ? refusal('npm est introuvable : installez Node.js avec npm, puis relancez.') : error;
  } finally {
    closeSync(log);
    stop();
  }
  if (end.forwardedSignal) throw refusal('Installation interrompue ; elle sera refaite au prochain lancement.', end.forwardedSignal === 'SIGINT' ? 130 : 143);
  if (end.code !== 0) throw explainFailure(readFileSync(logFile, 'utf8'));
  writeFileSync(stampFile, wantedStamp());
  say(`Paquets installés en ${stop()} s.`);
}

function isInstalled() {
  const wanted = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true;
  if (!isWhatTheLockAsks()) return false;
  writeFileSync(stampFile, wanted);
  return true;
}

const wantedStamp = () => `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}\n`;

/** npm writes its own record at the very end of an install: an install made by hand is recognised by it. */
function isWhatTheLockAsks() {
  try {
    const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const found = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, entry]) =>
      path === '' || !path.includes('node_modules/') ||
      (found[path] ? found[path].version === entry.version && existsSync(join(projectRoot, path, 'package.json')) : entry.optional === true));
  } catch {
    return false;
  }
}

/** The npm that runs us, else the one of the PATH. */
function npmCommand() {
  const running = process.env.npm_execpath ?? '';
  if (/^np[mx]-cli\.js$/.test(basename(running))) {
    const npm = join(dirname(running), 'npm-cli.js');
    if (existsSync(npm)) return [process.execPath, [npm]];
  }
  return ['npm', []];
}

/** Without what an outer `npm start` or `npx` says of itself only. */
function npmEnvironment() {
  const own = /^npm_(package_|lifecycle_|command$|config_(call|package|workspaces?|local_prefix|omit|json|silent|loglevel)$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

function explainFailure(log) {
  if (/ENOSPC|no space left/i.test(log)) return diskFull();
  const why = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT/.test(log)
    ? 'le registre de paquets ne répond pas (vérifiez le réseau ou le proxy, puis relancez)'
    : /EACCES|EPERM|EROFS/.test(log)
      ? 'le dossier du projet n’est pas modifiable par ce compte'
      : 'npm a échoué';
  return refusal(`Les paquets n’ont pas pu être installés : ${why}. Détail : ${logFile}`);
}

const diskFull = () => refusal(`Le disque est plein : les paquets (environ 700 Mo dans ${projectRoot}) n’ont pas pu être installés. Libérez de la place, puis relancez.`);
