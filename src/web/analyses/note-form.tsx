import type { IndicatorDefinition } from '../../indicators/index.ts';
import type { NoteFigures } from '../../publishing/index.ts';
import { Field } from '../components/form.tsx';
import { Labelled } from '../components/labelled.tsx';
import type { Problem } from '../form.ts';
import { deskWords } from '../messages/analyses.ts';
import { NoteBody, NoteSources } from './note-body.tsx';

export interface Insertable { id: string; label: string; chart: boolean; map: boolean }

/** Figures that a note may insert: of each, whether it has a line over time and a map. */
export const insertables = (definitions: readonly IndicatorDefinition[]): Insertable[] =>
  definitions.map(({ id, label, unit, territoryValue, grain }) => ({ id, label: label.fr, chart: unit !== 'category' && territoryValue !== 'never', map: grain === 'commune' }));

/** The fields of a note, and the list of what it may insert. */
export function NoteFieldset({ typed, problems, inserts }: { typed: Readonly<Record<string, string | undefined>>; problems: readonly Problem[] | undefined; inserts: readonly Insertable[] }) {
  const { fields } = deskWords;
  return (
    <>
      <Field name="titre" type="text" label={fields.title} required maxLength={160} autoComplete="off" defaultValue={typed['titre']} problems={problems} />
      <Labelled name="resume" label={fields.summary} hint={deskWords.summaryHint} problems={problems}>{(tie) => <textarea {...tie} rows={3} maxLength={500} defaultValue={typed['resume']} required />}</Labelled>
      <Labelled name="texte" label={fields.body} hint={deskWords.bodyHint} problems={problems}>{(tie) => <textarea {...tie} rows={18} maxLength={30_000} defaultValue={typed['texte']} required />}</Labelled>
      <details>
        <summary>{deskWords.inserts}</summary>
        <p>{deskWords.insertsHow}</p>
        <ul className="note">
          {inserts.map(({ id, label, chart, map }) => (
            <li key={id}>{label} : <code>{`{{indicator:${id}}}`}</code>{chart && <>, <code>{`{{chart:${id}}}`}</code></>}{map && <>, <code>{`{{map:${id}}}`}</code></>}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** The note as its page will show it, with what is wrong in it. */
export function NotePreview({ body, figures }: { body: string; figures: NoteFigures }) {
  return (
    <section aria-labelledby="apercu">
      <h2 id="apercu">{deskWords.previewTitle}</h2>
      <p className="note">{deskWords.previewHow}</p>
      {figures.unknown.length > 0 && <p className="notice">{deskWords.unknown} {figures.unknown.map((one) => <code key={one}>{`{{${one.replace(/:$/, '')}}} `}</code>)}</p>}
      <NoteBody body={body} figures={figures} level={3} />
      <NoteSources figures={figures} />
    </section>
  );
}
