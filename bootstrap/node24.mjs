import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, refusal } from './project.mjs';

/** A Node that runs TypeScript as it is: this one, or the one that the packages bring. */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const brought = join(projectRoot, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(brought)) return brought;
  throw refusal(`Ancrage demande Node.js 24 ; ce poste a la version ${process.versions.node} et aucun binaire n’est fourni pour ${process.platform}-${process.arch}. Installez Node.js 24, puis relancez.`);
}
