import type { ReactNode } from 'react';
import { householdSeries, populationSeries, type NeedsProblem } from '../../needs/index.ts';
import { Field } from '../components/form.tsx';
import { Labelled } from '../components/labelled.tsx';
import { as } from '../components/table-roles.ts';
import type { Problem } from '../form.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { optional, SelectField } from '../people/fields.tsx';

interface FieldsProps {
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[] | undefined;
}

/** Name, series of households and source of the figures. */
export function ScenarioLines({ typed, problems, sourceHint }: FieldsProps & { sourceHint: string }) {
  const words = scenarioWords.form;
  const shape = { problems };
  const series = (names: Record<string, string>, known: readonly string[]) => known.map((value) => ({ value, label: names[value] ?? value }));
  return (
    <>
      <Field name="nom" type="text" label={words.name} hint={words.nameHint} required maxLength={120} autoComplete="off" defaultValue={typed['nom']} {...shape} />
      <div className="field-row">
        <SelectField name="population" label={words.population} options={series(scenarioWords.population, populationSeries)} chosen={typed['population'] ?? 'central'} {...shape} />
        <SelectField name="menages" label={words.households} options={series(scenarioWords.households, householdSeries)} chosen={typed['menages'] ?? 'c'} {...shape} />
      </div>
      <Field name="source" type="text" label={optional(words.source)} hint={sourceHint} maxLength={300} autoComplete="off" defaultValue={typed['source']} {...shape} />
    </>
  );
}

/** The file of figures, chosen or pasted. */
export function FiguresFields({ typed, problems, territory, required }: FieldsProps & { territory: string; required: boolean }) {
  const words = scenarioWords.form;
  const label = (text: string): ReactNode => (required ? text : optional(text));
  return (
    <>
      <Field name="fichier" type="file" accept="application/json,.json" label={label(words.file)} hint={words.fileHint(territory)} problems={problems} />
      <Labelled name="chiffres" label={label(words.pasted)} hint={words.pastedHint} problems={problems}>
        {(tie) => <textarea {...tie} rows={6} spellCheck={false} className="figures-text" defaultValue={typed['chiffres']} />}
      </Labelled>
    </>
  );
}

const mostShown = 20;

/** What is to be looked at again inside the file: field, what stands there, what was expected. */
export function InFile({ inFile }: { inFile: readonly NeedsProblem[] | undefined }) {
  const words = scenarioWords.problems;
  if (!inFile || inFile.length === 0) return null;
  return (
    <div className="in-file">
      <table className="stack-on-phone" {...as.table}>
        <caption>{words.caption}</caption>
        <thead {...as.group}><tr {...as.row}>{[words.field, words.found, words.expected].map((label) => <th key={label} scope="col" {...as.head}>{label}</th>)}</tr></thead>
        <tbody {...as.group}>
          {inFile.slice(0, mostShown).map(({ field, found, expected }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes once shown, and a field may stand twice
            <tr key={at} {...as.row}><th scope="row" {...as.rowHead}><code>{field === '' ? scenarioWords.none : field}</code></th><td {...as.cell} data-label={words.found}>{found}</td><td {...as.cell} data-label={words.expected}>{expected}</td></tr>
          ))}
        </tbody>
      </table>
      {inFile.length > mostShown && <p className="note">{words.more(inFile.length - mostShown)}</p>}
    </div>
  );
}
