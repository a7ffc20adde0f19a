import type { Person } from '../../parties/index.ts';
import { languages } from '../../parties/index.ts';
import { Field } from '../components/form.tsx';
import type { Problem } from '../form.ts';
import { partiesWords } from '../messages/parties.ts';
import { optional, SelectField } from './fields.tsx';
import type { FormShape } from './submit.ts';

const { person } = partiesWords;

export const identityShape: FormShape = {
  labels: { prenom: person.givenName, nom: person.familyName, naissance: person.birthDate, courriel: person.email, telephone: person.phone, commune: person.commune, langue: person.language },
  names: { givenName: 'prenom', familyName: 'nom', birthDate: 'naissance', email: 'courriel', phone: 'telephone', commune: 'commune', language: 'langue' },
  places: { 'person.birthDateAhead': 'naissance' },
};

export const householdShape: FormShape = { names: { adults: 'adultes', children: 'enfants' }, labels: { adultes: person.adults, enfants: person.children } };

/** What stands in the file, as its form shows it. */
export const identityTyped = (of: Person): Record<string, string> => ({
  prenom: of.givenName, nom: of.familyName, naissance: of.birthDate ?? '', courriel: of.email ?? '', telephone: of.phone ?? '', commune: of.commune ?? '', langue: of.language,
});

interface IdentityFieldsProps {
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[] | undefined;
  communes: readonly { value: string; label: string }[];
}

/** Who a person is, where she lives, how to reach her. */
export function IdentityFields({ typed, problems, communes }: IdentityFieldsProps) {
  const words = person;
  return (
    <>
      <div className="field-row">
        <Field name="prenom" type="text" label={words.givenName} required maxLength={100} autoComplete="off" defaultValue={typed['prenom']} problems={problems} />
        <Field name="nom" type="text" label={words.familyName} required maxLength={100} autoComplete="off" defaultValue={typed['nom']} problems={problems} />
      </div>
      <Field name="naissance" type="date" label={optional(words.birthDate)} min="1900-01-01" autoComplete="off" defaultValue={typed['naissance']} problems={problems} />
      <Field name="courriel" type="email" label={optional(words.email)} hint={words.emailHint} maxLength={254} autoComplete="off" defaultValue={typed['courriel']} problems={problems} />
      <Field name="telephone" type="tel" label={optional(words.phone)} maxLength={30} autoComplete="off" defaultValue={typed['telephone']} problems={problems} />
      <SelectField name="commune" label={optional(words.commune)} options={communes} empty={words.elsewhere} chosen={typed['commune']} problems={problems} />
      <SelectField name="langue" label={words.language} options={languages.map((value) => ({ value, label: words.languages[value] ?? value }))} chosen={typed['langue'] || 'fr'} problems={problems} />
    </>
  );
}

/** How many live together. */
export function HouseholdFields({ typed, problems }: Omit<IdentityFieldsProps, 'communes'>) {
  const words = person;
  return (
    <div className="field-row">
      <Field name="adultes" type="number" label={words.adults} required min={1} max={20} defaultValue={typed['adultes']} problems={problems} />
      <Field name="enfants" type="number" label={words.children} required min={0} max={20} defaultValue={typed['enfants']} problems={problems} />
    </div>
  );
}
