import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { householdStore } from './household.store.ts';
import { changedHousehold } from './person.schema.ts';
import { personStore } from './person.store.ts';

/** How many live together: the same for every file of the household. */
export const updateHousehold = useCase('household.update', changedHousehold, async ({ input, actor, scope, tx, clock, record }) => {
  const persons = personStore(tx, actor, scope);
  const person = await persons.find(input.personId);
  if (!person) return failure({ code: 'person.unknown' as const });
  if (person.closedOn) return failure({ code: 'person.closed' as const });
  const households = householdStore(tx, actor, scope);
  const counts = { adults: input.adults, children: input.children };
  if (person.householdId) await households.update(person.householdId, counts);
  // A file without a household is an old one: whoever follows it gives it one.
  else if (scope === 'own') return failure({ code: 'household.unknown' as const });
  else await persons.update(person.id, { household_id: await households.insert({ ...counts, custodian_id: person.custodianId, created_at: clock.now() }) });
  await record.changed({ type: 'household.updated', subject: { kind: 'person', id: person.id }, personId: person.id });
  return success(undefined);
});
