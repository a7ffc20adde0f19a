import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { withLock } from './lock.mjs';
import { findNode24 } from './node24.mjs';
import { clockOnScreen, projectRoot, refusal, say, workFolder } from './project.mjs';

const stampFile = join(projectRoot, 'build', '.ancrage-built');
const logFile = join(workFolder, 'build.log');
const inputs = ['src', 'packages', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'react-router.config.ts'];

/** Builds the web pages when what they are made of has changed since the last whole build. */
export async function ensureBuild() {
  if (!existsSync(join(projectRoot, 'react-router.config.ts')) || isBuilt()) return;
  await withLock(join(workFolder, 'build.lock'), build, {
    onWait: (pid) => say(`Une autre construction des pages est en cours (processus ${pid}) : attente…`),
  });
}

async function build(lock) {
  if (isBuilt()) return;
  const wanted = inputsHash();
  say('Construction des pages (après une installation ou un changement)…');
  const stop = clockOnScreen();
  // Without its stamp a build counts for nothing, so that a killed one is redone.
  rmSync(stampFile, { force: true });
  mkdirSync(workFolder, { recursive: true });
  const log = openSync(logFile, 'w');
  const tool = join(projectRoot, 'node_modules', '@react-router', 'dev');
  const program = join(tool, JSON.parse(readFileSync(join(tool, 'package.json'), 'utf8')).bin['react-router']);
  let end;
  try {
    end = await runChild(findNode24(), ['--disable-warning=ExperimentalWarning', program, 'build'], {
      cwd: projectRoot, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', log, log],
    }, (pid) => lock.share(pid));
  } finally {
    closeSync(log);
    stop();
  }
  if (end.forwardedSignal) throw refusal('Construction des pages interrompue ; elle sera refaite au prochain lancement.', end.forwardedSignal === 'SIGINT' ? 130 : 143);
  if (end.code !== 0) {
    throw refusal(/ENOSPC|no space left/i.test(readFileSync(logFile, 'utf8'))
      ? 'Le disque est plein : les pages n’ont pas pu être construites. Libérez de la place, puis relancez.'
      : `Les pages n’ont pas pu être construites. Détail : ${logFile}`);
  }
  writeFileSync(stampFile, wanted);
  say(`Pages construites en ${stop()} s.`);
}

const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === inputsHash();

function inputsHash() {
  const hash = createHash('sha256');
  for (const input of inputs) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(projectRoot, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found?.isFile()) hash.update(path).update('\0').update(readFileSync(full)).update('\0');
  if (!found?.isDirectory()) return;
  for (const name of readdirSync(full).toSorted()) {
    if (!/\.test\.tsx?$/.test(name)) addTo(hash, join(path, name));
  }
}

if (process.argv[1] === import.meta.filename) {
  await ensureBuild().catch((error) => {
    say(error.name === 'Refusal' ? error.message : error.stack);
    process.exit(error.exitCode ?? 1);
  });
}
