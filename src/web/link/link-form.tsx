import { linkBounds, type LinkProblem } from '../../needs/index.ts';
import { formatInteger, type Language } from '../../platform/i18n/format.ts';
import type { Commune } from '../../territory/index.ts';
import { Field, Problems } from '../components/form.tsx';
import { Labelled } from '../components/labelled.tsx';
import type { Problem } from '../form.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { linkMessages } from '../messages/link.ts';
import { fieldNames, linkPath, wishes, type LinkQuery } from './query.ts';

/** A problem in the page's words, tied to its field. */
export function problemsInWords(problems: readonly LinkProblem[], language: Language): Problem[] {
  const words = linkMessages[language].problems;
  const said = (problem: LinkProblem): string => {
    switch (problem.code) {
      case 'empty': return problem.field === 'work' ? words.emptyWork : words.empty;
      case 'unknownCommune': return words.unknownCommune(problem.found);
      case 'outOfRange': return words.outOfRange(formatInteger(problem.min, language), formatInteger(problem.max, language));
      default: return words[problem.code];
    }
  };
  return problems.map((problem) => ({ field: fieldNames[problem.field], text: said(problem) }));
}

/** The job and the household. Its answer is an address. */
export function LinkForm({ query: { typed, wish }, communes, problems }: { query: LinkQuery; communes: readonly Commune[]; problems: readonly Problem[] }) {
  const language = useLanguage();
  const words = useWords(linkMessages).form;
  const known = communes.find(({ code, name }) => code === typed.work || name === typed.work)?.code ?? '';
  return (
    <>
      <Problems problems={problems} />
      <form className="link-form" action={pathIn(language, linkPath)} method="get" aria-label={words.label}>
        <Labelled name={fieldNames.work} label={words.work} problems={problems}>
          {(tie) => (
            <select {...tie} defaultValue={known}>
              <option value="">{words.choose}</option>
              {communes.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
            </select>
          )}
        </Labelled>
        <Field name={fieldNames.wage} label={words.wage} hint={words.wageHint} problems={problems} inputMode="decimal" autoComplete="off" defaultValue={typed.wage} />
        <Field name={fieldNames.second} label={words.second} hint={words.secondHint} problems={problems} inputMode="decimal" autoComplete="off" defaultValue={typed.second} />
        <Field name={fieldNames.persons} label={words.persons} problems={problems} type="number" min={linkBounds.persons.min} max={linkBounds.persons.max} defaultValue={typed.persons || '1'} />
        <Labelled name={fieldNames.couple} label={words.couple} problems={problems}>
          {(tie) => <select {...tie} defaultValue={typed.couple === 'oui' ? 'oui' : 'non'}><option value="non">{words.no}</option><option value="oui">{words.yes}</option></select>}
        </Labelled>
        <Labelled name="souhait" label={words.wish}>
          {(tie) => <select {...tie} defaultValue={wish}>{wishes.map((one) => <option key={one} value={one}>{words.wishes[one]}</option>)}</select>}
        </Labelled>
        <button type="submit">{words.submit}</button>
      </form>
    </>
  );
}
