import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { App } from '../../composition.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { manifestName, manifestOf, standingAt, takePlace } from '../site-folder.ts';
import { unwritable } from '../unwritable.ts';

interface PublishOptions { out: string; replace?: boolean }

/** `ancrage publish`: what is published, as a site of files that any server or disk can show. */
export function register(program: Command, context: CliContext): void {
  program
    .command('publish')
    .description('écrit le site public : analyses, fiches et données ouvertes, en fichiers')
    .requiredOption('--out <dossier>', 'dossier où écrire le site')
    .option('--replace', 'remplace le site que le dossier contient déjà')
    .addHelpText('after', `
Exemple :
  npx ancrage publish --out site

Le site s’ouvre depuis n’importe quel serveur de fichiers, dans n’importe quel dossier, sans programme. Il s’ouvre à la page index.html.
Un territoire qui a des données de démonstration n’est pas publié.
Le dossier est écrit à côté, puis mis à sa place d’un coup : arrêtée en route, la commande ne laisse rien.
Remplacer un site garde ce dont le nom commence par un point (.git) et le fichier CNAME ; tout autre fichier étranger arrête la commande.`)
    .action(async (options: PublishOptions, command: Command) => {
      const { ensureBuild } = await import('../../../bootstrap/build.mjs');
      await ensureBuild();
      await context.withApp(command, (app, signal) => publish(app, options, globalOptions(command).json ?? false, context, signal), { finishesOnSignal: true });
    });
}

async function publish(app: App, { out, replace = false }: PublishOptions, json: boolean, context: CliContext, signal: AbortSignal): Promise<void> {
  const refuse = (sentence: string, code: (typeof exitCodes)['refused' | 'environment'] = exitCodes.refused): void => {
    context.say(sentence);
    context.end(code);
  };
  const folder = resolve(out);
  const [{ demonstrationIn }, { publicSite }, { version }] = await Promise.all([import('../../publishing/index.ts'), import('../../web/as-files.ts'), import('../open-app.ts')]);
  const invented = await demonstrationIn(app);
  if (invented) {
    const listed = (what: string, names: readonly string[]): string[] => (names.length > 0 ? [`${what} : ${names.join(' ; ')}`] : []);
    const what = [
      ...(invented.organisations > 0 ? [`organisations inventées : ${invented.organisations}`] : []), ...listed('analyses inventées', invented.notes), ...listed('fichiers inventés', invented.datasets),
      ...listed('scénario retenu inventé', invented.scenarios),
    ].join(', ');
    return refuse(`Rien n’est publié : ${app.territory.name} contient des données de démonstration (${what}). Publiez depuis une base sans démonstration, ouverte avec ANCRAGE_DEMO=off et un autre dossier ANCRAGE_DATA.`);
  }
  if (existsSync(folder) && !replace) return refuse(`${out} existe déjà. Choisissez un autre dossier, ou remplacez-le avec --replace.`);
  const standing = existsSync(folder) ? standingAt(folder) : { kind: 'replaceable' as const, kept: [] };
  if (standing.kind === 'strangers') return refuse(`${out} contient ce qu’Ancrage n’y a pas écrit (${named(standing.paths)}) : rien n’y est remplacé. Déplacez ces fichiers, ou choisissez un autre dossier.`);
  if (standing.kind === 'notOurs') return refuse(`${out} n’est pas un site écrit par Ancrage : rien n’y est remplacé. Choisissez un autre dossier, ou videz celui-ci.`);
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
  try {
    const site = await publicSite(app, version);
    const written: string[] = [];
    for await (const { path, content } of site.files()) {
      if (signal.aborted) return context.end(exitCodes.refused);
      const file = join(temporary, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      written.push(path);
      if (written.length % 25 === 0) context.say(`Site public : ${written.length} fichiers sur ${site.count}…`);
    }
    await writeFile(join(temporary, manifestName), manifestOf(written));
    await takePlace(temporary, folder, standing.kept);
    if (json) context.answer(JSON.stringify({ folder, files: written.length, territory: app.territory.code }, null, 2));
    else context.answer(`Site public écrit : ${join(folder, 'index.html')} (${written.length} fichiers).`);
  } catch (error) {
    const sentence = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (sentence === undefined) throw error;
    refuse(sentence(out), exitCodes.environment);
  } finally {
    // What was kept of the former site may not be deleted, whatever went wrong.
    if (!standing.kept.some((name) => existsSync(join(temporary, name)))) await rm(temporary, { recursive: true, force: true });
  }
}

const named = (paths: readonly string[]): string => [...paths.slice(0, 5), ...(paths.length > 5 ? [`et ${paths.length - 5} de plus`] : [])].join(' ; ');

const reasons: Record<string, (folder: string) => string> = {
  ...unwritable,
  ENOSPC: () => 'Le disque est plein : rien n’a été remplacé. Libérez de la place, puis relancez.',
  ENOTDIR: (folder) => `${folder} passe par un fichier, qui n’est pas un dossier : choisissez un autre dossier avec --out.`,
};
