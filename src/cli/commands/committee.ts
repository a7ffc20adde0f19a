import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { App } from '../../composition.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { unwritable } from '../unwritable.ts';

/** `ancrage committee pack`: the committee's page as PDF, slides and workbook. */
export function register(program: Command, context: CliContext): void {
  const committee = program.command('committee').description('prépare le comité de pilotage');
  committee
    .command('pack')
    .description('écrit la page du comité : comite.pdf, comite.pptx et comite.xlsx')
    .requiredOption('--out <dossier>', 'dossier où écrire les trois fichiers ; créé s’il n’existe pas')
    .addHelpText('after', `
Exemples :
  npx ancrage committee pack --out comite-2026-11
  npx ancrage --territory 245400676 committee pack --out nancy --json

Les trois fichiers disent les mêmes chiffres et portent le même identifiant de contenu.
Des fichiers de même nom sont remplacés, les trois ou aucun.`)
    .action(async (options: { out: string }, command: Command) => {
      await context.withApp(command, (app) => pack(app, resolve(options.out), globalOptions(command).json ?? false, context));
    });
}

async function pack(app: App, folder: string, json: boolean, context: CliContext): Promise<void> {
  const { makePack, packFormats } = await import('../../steering/index.ts');
  const made = await makePack(app, { formats: packFormats });
  if (!made.ok) {
    context.say(made.error.code === 'pack.tooFull'
      ? 'La page du comité ne tient pas sur une feuille A4. Raccourcissez les textes de la convention, ou gardez moins de chiffres dans committee.figures, puis relancez.'
      : `La convention ne se lit pas : ${made.error.file}. Corrigez, puis relancez :\n${made.error.problems.map((problem) => `  ${problem}`).join('\n')}`);
    context.end(exitCodes.refused);
    return;
  }
  const { content, files } = made.value;
  const written = await writeTogether(folder, files);
  if (!written.ok) {
    context.say(written.sentence);
    context.end(exitCodes.environment);
    return;
  }
  if (json) context.answer(JSON.stringify({ contentId: content.contentId, territory: content.territory.code, date: content.date, files: written.paths }, null, 2));
  else context.answer([...written.paths, `Identifiant du contenu : ${content.contentId}`].join('\n'));
}

type Written = { ok: true; paths: string[] } | { ok: false; sentence: string };

/** Every file is complete beside its place before the first takes it: a full disk leaves the former pack whole. */
async function writeTogether(folder: string, files: readonly { name: string; bytes: Buffer }[]): Promise<Written> {
  const staged = files.map((file) => ({ ...file, path: join(folder, file.name), temporary: join(folder, `.${file.name}.${process.pid}.tmp`) }));
  try {
    await mkdir(folder, { recursive: true });
    for (const file of staged) await writeFile(file.temporary, file.bytes);
    for (const file of staged) await rename(file.temporary, file.path);
    return { ok: true, paths: staged.map(({ path }) => path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!(code in reasons)) throw error;
    return { ok: false, sentence: reasons[code]!(folder) };
  } finally {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true }).catch(() => {})));
  }
}

const reasons: Record<string, (folder: string) => string> = {
  ...unwritable,
  ENOSPC: (folder) => `Le disque est plein : rien n’a été remplacé dans ${folder}. Libérez de la place, puis relancez.`,
  ENOTDIR: (folder) => `${folder} n’est pas un dossier : choisissez-en un autre avec --out.`,
  EEXIST: (folder) => `${folder} est un fichier, pas un dossier : choisissez-en un autre avec --out.`,
  EISDIR: (folder) => `Un dossier porte le nom d’un des fichiers à écrire dans ${folder} : choisissez un autre dossier avec --out.`,
};
