import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runChild } from './child.mjs';
import { ensureEmbeddedSymlinks } from './embedded-symlinks.mjs';
import { ensureInstalled } from './install.mjs';
import { findNode24 } from './node24.mjs';
import { environmentRefused, projectRoot, refusal, say, workFolder } from './project.mjs';

const program = join(projectRoot, 'src/cli/main.ts');

/** Sets up what is missing, then runs a script of the project under Node 24 and ends as it ends. */
export async function launch(script, args) {
  try {
    if (process.platform === 'win32') throw refusal('Ancrage fonctionne sous Linux ; sous Windows, lancez-le dans WSL.');
    const path = resolve(projectRoot, script);
    await ensureInstalled();
    // Looked for once the packages are there: a script may be one of theirs.
    if (!existsSync(path)) throw refusal(`Ce script n’existe pas : ${script}`, 2);
    ensureEmbeddedSymlinks();
    await runScript(path, args);
  } catch (error) {
    say(error.name === 'Refusal' ? error.message : unexpected(error));
    process.exit(error.exitCode ?? environmentRefused);
  }
}

async function runScript(path, args) {
  const node = findNode24();
  // Compiled modules are kept: a start is shorter by some tenths of a second.
  const env = { NODE_COMPILE_CACHE: join(workFolder, 'compile-cache'), ...process.env };
  // Settings of the person's own, for the program only: checks never read them. The environment goes before the file.
  const file = join(projectRoot, '.env');
  const settings = path === program && existsSync(file) ? [`--env-file=${file}`] : [];
  // Rules compile to long loops. V8's middle compiler takes gigabytes for them and gives nothing back, and the last one is as fast without it.
  const { code, signal } = await runChild(node, ['--no-maglev', '--disable-warning=ExperimentalWarning', ...settings, path, ...args], { stdio: 'inherit', env })
    .catch((error) => {
      throw refusal(`Node.js 24 n’a pas pu démarrer (${node}) : ${error.message}`);
    });
  if (signal) process.kill(process.pid, signal);
  else process.exit(code);
}

function unexpected(error) {
  if (error.code === 'ENOSPC') return 'Le disque est plein : libérez de la place, puis relancez.';
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return `Ce compte ne peut pas écrire dans le dossier du projet (${error.path ?? projectRoot}).`;
  return error.stack;
}
