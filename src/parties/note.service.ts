import { compartmentsOf } from '../platform/permission/permission.rules.ts';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { judgeFreeText } from './free-text.rules.ts';
import { noteStore } from './note.store.ts';
import { newNote } from './person.schema.ts';
import { personStore } from './person.store.ts';

/**
 * Adds a note. A social-security number is refused; what seems to speak of health, religion and the like asks the writer
 * to confirm that the file needs it. The trace says of what, never the words.
 */
export const writeNote = useCase('note.create', newNote, async ({ input, actor, scope, tx, clock, record }) => {
  if (input.compartment && !compartmentsOf(actor.role).includes(input.compartment)) return failure({ code: 'note.compartment' as const });
  const persons = personStore(tx, actor, scope);
  const person = await persons.find(input.personId);
  if (!person) return failure({ code: 'person.unknown' as const });
  if (person.closedOn) return failure({ code: 'person.closed' as const });
  const verdict = judgeFreeText(input.text);
  if (verdict.kind === 'refused') return failure({ code: 'note.nir' as const });
  if (verdict.kind === 'doubtful' && !input.confirmed) return failure({ code: 'note.toConfirm' as const, findings: verdict.findings });
  const id = await noteStore(tx, actor, scope).insert({ person_id: person.id, custodian_id: person.custodianId, compartment: input.compartment, text: input.text, written_at: clock.now() });
  await persons.update(person.id, { last_contact_on: clock.today() });
  const confirmed = verdict.kind === 'doubtful' ? { confirmed: verdict.findings.map((finding) => finding.subject).join(' ') } : {};
  await record.changed({ type: 'note.written', subject: { kind: 'note', id }, personId: person.id, details: { compartment: input.compartment, ...confirmed } });
  return success({ id });
});
