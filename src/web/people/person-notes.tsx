import type { Note } from '../../parties/index.ts';
import { formatMoment } from '../../platform/i18n/moment.ts';
import type { Problem } from '../form.ts';
import { partiesWords } from '../messages/parties.ts';
import { SelectField, TextField } from './fields.tsx';

interface PersonNotesProps {
  notes: readonly Note[];
  mayWrite: boolean;
  /** Whether the reader stands inside the social support's compartment. */
  inside: boolean;
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[] | undefined;
}

/** Facts of the file, the latest first. */
export function PersonNotes({ notes, mayWrite, inside, typed, problems }: PersonNotesProps) {
  const words = partiesWords.person.notes;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{words.title}</h2>
      {mayWrite && (
        <form method="post" className="form" noValidate>
          <TextField name="note" label={words.write} hint={words.hint} most={2_000} typed={typed['note']} problems={problems} />
          {inside && <SelectField name="lecteurs" label={words.compartment} options={[{ value: '', label: words.compartments.all }, { value: 'socialSupport', label: words.compartments.socialSupport }]} chosen={typed['lecteurs']} problems={problems} />}
          {typed['aConfirmer'] && <div className="field-ticked"><input id="confirme" type="checkbox" name="confirme" value="oui" aria-describedby="note-problem" /><label htmlFor="confirme">{words.confirm}</label></div>}
          <p className="actions"><button type="submit" name="geste" value="note">{words.button}</button></p>
        </form>
      )}
      {notes.length === 0 && <p className="teach">{words.none}</p>}
      <ul className="plain-list">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="note-text">{note.text}</p>
            <p className="note">{words.signed(note.author, formatMoment(note.writtenAt, 'fr'))}{note.compartment && <>{' · '}<strong>{words.inside}</strong></>}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
