import { Option, type Command } from 'commander';
import { z } from 'zod';
import type { App } from '../../composition.ts';
import { servedAt } from '../../platform/config.ts';
import type { Actor } from '../../platform/permission/actor.ts';
import type { Session } from '../../platform/use-case.ts';
import { organisationKinds, roles, rolesOfKind, type OrganisationKind, type Role } from '../../platform/permission/matrix.ts';
import { exitCodes } from '../exit-codes.ts';
import { globalOptions, type CliContext } from '../context.ts';

interface Invited {
  email: string;
  organisation: string;
  role: Role;
  kind?: OrganisationKind;
  siren?: string;
  commune?: string;
}

/** `ancrage user add`: invites somebody from the machine itself; the first administrator comes in this way. */
export function register(program: Command, context: CliContext): void {
  const user = program.command('user').description('invite une personne à agir pour un organisme');
  user
    .command('add')
    .description('envoie une invitation et affiche son lien, une seule fois')
    .requiredOption('--email <adresse>', 'adresse e-mail de la personne')
    .requiredOption('--organisation <nom>', 'nom exact de l’organisme')
    .addOption(new Option('--role <role>', 'fonction dans l’organisme').choices(roles.filter((role) => role !== 'job' && role !== 'employee')).makeOptionMandatory())
    .addOption(new Option('--kind <nature>', 'crée l’organisme, de cette nature, s’il n’existe pas').choices(organisationKinds))
    .option('--siren <numero>', 'SIREN de l’organisme à créer (employeur)')
    .option('--commune <code>', 'code INSEE de l’organisme à créer (commune)')
    .addHelpText('after', `
Exemples :
  npx ancrage user add --email a.martin@metz.example --organisation "Eurométropole de Metz" --kind metropole --role territoryAdmin
  npx ancrage user add --email rh@vergers.example --organisation "Vergers du Saulnois" --role hrManager

Quand SMTP_URL est réglé, l’invitation part aussi par e-mail dès qu’Ancrage tourne. La personne choisit son nom et son mot de passe.`)
    .action(async (options: Invited, command: Command) => {
      await context.withApp(command, (app) => invite(app, options, context, globalOptions(command).json ?? false));
    });
}

/** Who types on the machine has the rights of the territory's administrator, and no account: the trace says so. */
const operator = (app: App): Actor => ({ accountId: null, role: 'territoryAdmin', territory: app.territory.code, organisationId: null, commune: null, personId: null });

async function invite(app: App, { email, organisation, role, ...creation }: Invited, context: CliContext, json: boolean): Promise<void> {
  const { inviteMember } = await import('../../parties/index.ts');
  const { userMessages } = await import('../user.messages.ts');
  const refuse = (sentence: string): void => {
    context.say(sentence);
    context.end(exitCodes.refused);
  };
  const session = { db: app.db, clock: app.clock, actor: operator(app) };
  // Refused before anything is made: an organisation that nobody was invited to would stay behind.
  if (!z.email().safeParse(email.trim()).success) return refuse(userMessages['input.invalid']('email'));
  if (creation.kind && !rolesOfKind[creation.kind].includes(role)) return refuse(userMessages['invitation.role'](role));
  const found = await organisationOf(session, organisation, creation);
  if (!found.ok) return refuse(userMessages[found.code](found.detail));
  const origin = app.config.ANCRAGE_ORIGIN ?? servedAt(app.config);
  const invited = await inviteMember(session, { organisationId: found.id, email, role, origin });
  if (!invited.ok) return refuse(invited.error.code === 'input.invalid' ? userMessages['input.invalid'](Object.keys(invited.error.fields).join(', ')) : userMessages[invited.error.code](role));
  const { link } = invited.value;
  context.answer(json ? JSON.stringify({ organisationId: found.id, link }, null, 2) : userMessages.invited(email, link));
}

type Found = { ok: true; id: string } | { ok: false; code: 'organisation.unknown' | 'organisation.several' | 'organisation.known' | 'input.invalid' | 'forbidden'; detail: string };

async function organisationOf(session: Session, name: string, creation: Pick<Invited, 'kind' | 'siren' | 'commune'>): Promise<Found> {
  const { createOrganisation, listOrganisations } = await import('../../parties/index.ts');
  const listed = await listOrganisations(session, { words: name, most: 200, ...(creation.kind ? { kind: creation.kind } : {}) });
  if (!listed.ok) return { ok: false, code: listed.error.code, detail: name };
  const same = listed.value.organisations.filter((one) => one.name === name && !one.closedOn);
  if (same.length > 1) return { ok: false, code: 'organisation.several', detail: name };
  if (same[0]) return { ok: true, id: same[0].id };
  if (!creation.kind) return { ok: false, code: 'organisation.unknown', detail: name };
  const created = await createOrganisation(session, { kind: creation.kind, name, siren: creation.siren ?? '', commune: creation.commune ?? '' });
  if (created.ok) return { ok: true, id: created.value.id };
  return { ok: false, code: created.error.code, detail: created.error.code === 'input.invalid' ? Object.keys(created.error.fields).join(', ') : name };
}
