/** Why the system lets nothing be written in a folder, by its code: what a command that writes one says. */
export const unwritable: Readonly<Record<string, (folder: string) => string>> = {
  EACCES: (folder) => `Ce compte n’a pas le droit d’écrire dans ${folder} : choisissez un autre dossier avec --out.`,
  EPERM: (folder) => `Ce compte n’a pas le droit d’écrire dans ${folder} : choisissez un autre dossier avec --out.`,
  EROFS: (folder) => `Le disque de ${folder} est en lecture seule : choisissez un autre dossier avec --out.`,
};
