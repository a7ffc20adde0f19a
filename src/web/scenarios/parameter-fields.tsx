import { blockIds, blockNames, choiceName, parameters, parameterText, wantedFiles, type NeedsTerritory, type ParameterName, type Parameters, type StockFigures } from '../../needs/index.ts';
import { Field } from '../components/form.tsx';
import { Labelled } from '../components/labelled.tsx';
import type { Problem } from '../form.ts';
import { blockHelp, parameterHelp } from '../messages/scenario-parameters.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { SelectField } from '../people/fields.tsx';
import { choicesOf, fieldOf, parameterNames } from './form.ts';
import { parameterFiles } from './written.ts';

interface FieldsProps {
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[] | undefined;
}

/** Every parameter of the blocks: what it changes, Otelo's default and the file behind it. */
export function ParameterFields({ typed, problems, stock }: FieldsProps & { stock: StockFigures }) {
  return blockIds.map((block) => (
    <fieldset key={block} className="parameter-block">
      <legend>{block} {blockNames[block]}</legend>
      <p className="note">{blockHelp[block]}</p>
      {parameterNames.filter((name) => parameters[name].block === block).map((name) => <ParameterField key={name} name={name} typed={typed[fieldOf(name)] ?? ''} problems={problems} stock={stock} />)}
    </fieldset>
  ));
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function ParameterField({ name, typed, problems, stock }: { name: ParameterName; typed: string; problems: readonly Problem[] | undefined; stock: StockFigures }) {
  const { label, unit, default: usual } = parameters[name];
  const [field, choices] = [fieldOf(name), choicesOf[name]];
  const percent = unit === 'part';
  const hint = `${parameterHelp[name]} ${scenarioWords.form.usual(parameterText(usual as Parameters[ParameterName], unit), parameterFiles(name))}`;
  const common = { name: field, label: percent ? `${capital(label)} (%)` : capital(label), hint, problems };
  if (choices) return <SelectField {...common} options={choices.map((value) => ({ value, label: name === 'effortThreshold' ? `${value} %` : choiceName(value) }))} chosen={typed} />;
  if (percent) return <Field {...common} type="text" inputMode="decimal" autoComplete="off" required defaultValue={typed} />;
  if (Array.isArray(usual)) return <PlaceKinds field={field} label={capital(label)} hint={hint} chosen={typed.split('\n')} known={[...new Set([...usual, ...Object.keys(stock.outOfHousing.places ?? {})])]} />;
  return (
    <Labelled {...common}>
      {(tie) => <select {...tie} defaultValue={typed}><option value="oui">{scenarioWords.form.yes}</option><option value="">{scenarioWords.form.no}</option></select>}
    </Labelled>
  );
}

function PlaceKinds({ field, label, hint, chosen, known }: { field: string; label: string; hint: string; chosen: readonly string[]; known: readonly string[] }) {
  return (
    <div className="field" role="group" aria-labelledby={`${field}-label`} aria-describedby={`${field}-hint`}>
      <p id={`${field}-label`} className="field-name">{label}</p>
      <p className="field-hint" id={`${field}-hint`}>{hint}</p>
      {known.map((kind, at) => (
        <div key={kind} className="field-ticked"><input id={`${field}-${at}`} type="checkbox" name={field} value={kind} defaultChecked={chosen.includes(kind)} /><label htmlFor={`${field}-${at}`}>{choiceName(kind)}</label></div>
      ))}
    </div>
  );
}

/** Horizon, vacancy and second homes aimed at, renewal. */
export function AssumptionFields({ typed, problems, figures }: FieldsProps & { figures: NeedsTerritory }) {
  const words = scenarioWords.form;
  const percent = { type: 'text', inputMode: 'decimal', autoComplete: 'off', problems } as const;
  return (
    <>
      <Field name="horizon" type="text" inputMode="numeric" autoComplete="off" label={words.horizon} hint={words.horizonHint(figures.baseYear)} required maxLength={4} defaultValue={typed['horizon']} problems={problems} />
      <Field name="vacance-visee" {...percent} label={words.longTarget} hint={words.targetHint(parameterText(figures.longVacancyRateStart, 'part'), wantedFiles.fiscal)} defaultValue={typed['vacance-visee']} />
      <Field name="secondaires-visees" {...percent} label={words.secondTarget} hint={words.targetHint(parameterText(figures.secondaryRate, 'part'), wantedFiles.fiscal)} defaultValue={typed['secondaires-visees']} />
      <Field name="restructuration" {...percent} required label={words.restructuring} hint={words.percentHint(wantedFiles.renewal)} defaultValue={typed['restructuration']} />
      <Field name="disparition" {...percent} required label={words.disappearance} hint={words.percentHint(wantedFiles.renewal)} defaultValue={typed['disparition']} />
    </>
  );
}
