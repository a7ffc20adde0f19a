import { InvalidArgumentError, Option, type Command } from 'commander';
import { isSound, verificationLines } from '../audit.messages.ts';
import { globalOptions, type CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { withDatabase } from '../with-database.ts';

interface VerifyOptions {
  head?: string;
}

/** A cut or mistyped hash would be a false alarm: it is in no chain. */
function wholeHash(given: string): string {
  const hash = given.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new InvalidArgumentError('Une empreinte a 64 caractères, chiffres et lettres de a à f : recopiez-la en entier.');
  return hash;
}

/** `ancrage audit verify`: whether the trace is what was sealed. */
export function register(program: Command, context: CliContext): void {
  const audit = program.command('audit').description('la trace de qui a ouvert ou changé quoi');
  audit
    .command('verify')
    .description('recalcule les empreintes de la trace et dit ce qui a été modifié, supprimé, déplacé ou ajouté')
    .addOption(new Option('--head <empreinte>', 'empreinte notée lors d’une vérification passée : elle doit être encore dans la chaîne').argParser(wholeHash))
    .addHelpText('after', `
Exemples :
  npx ancrage audit verify
  npx ancrage audit verify --head 3f8a… (les 64 caractères de l’empreinte)
  npx ancrage audit verify --json

Toutes les traces de la base sont vérifiées, ou celles d’une intercommunalité avec --territory.
Notez l’empreinte affichée hors de la base : c’est elle qui prouve plus tard que les derniers blocs n’ont pas été réécrits.
Code de sortie : 0 si la trace est intacte, 1 sinon.`)
    .action((options: VerifyOptions, command: Command) => verify(options, command, context));
}

async function verify(options: VerifyOptions, command: Command, context: CliContext): Promise<void> {
  await withDatabase(context, async ({ appUrl }) => {
    const { openDatabase } = await import('../../platform/database/database.ts');
    const { tracedTerritories, verifyAudit } = await import('../../platform/audit/verify.service.ts');
    const { territory, json } = globalOptions(command);
    const db = openDatabase(appUrl, { max: 1 });
    try {
      const verifications = [];
      for (const code of territory ? [territory] : await tracedTerritories(db)) verifications.push(await verifyAudit(db, code, new Date(), options.head));
      // A noted hash belongs to one territory's chain: one that knows it is enough.
      if (verifications.some(({ knowsNoted }) => knowsNoted)) for (const one of verifications) if (one.knowsNoted === false) one.knowsNoted = undefined;
      if (json) context.answer(JSON.stringify(verifications, null, 2));
      else if (verifications.length === 0) context.answer('Aucune trace dans cette base.');
      else for (const verification of verifications) context.answer(verificationLines(verification).join('\n'));
      if (!verifications.every(isSound) || (options.head !== undefined && verifications.length === 0)) context.end(exitCodes.refused);
    } finally {
      await db.destroy();
    }
  });
}
