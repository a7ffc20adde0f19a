import { loadRules, type Rules } from './load.ts';
import type { Condition, Language, RuleText } from './types.ts';

const labelled = (values: readonly string[], labels: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value, at) => [value, labels[at] ?? value]));

/** Rules that public pages name: inputs, aids (by the rule that carries them), their amounts, every condition of an aid. */
export function publicRules(rules: Rules): string[] {
  const shown = new Set(rules.inputs.map(({ name }) => name));
  const walk = ({ rule, children }: Condition): void => { shown.add(rule); children.forEach(walk); };
  for (const { conditions, amount } of rules.aids) {
    walk(conditions);
    if (amount !== undefined) shown.add(amount);
  }
  for (const [name, { value }] of rules.written) if (value.dispositif) shown.add(name);
  return [...shown];
}

/**
 * Words of the rules that public pages show, by rule name: a sentence; for inputs the question, its help and the label of each value.
 * Texts of the law itself (notes, what is not modelled) stay in French.
 */
export function texts(language: Language): Record<string, RuleText> {
  const rules = loadRules();
  return Object.fromEntries(publicRules(rules).map((name) => {
    const own = rules.written.get(name)?.value;
    const words = language === 'fr' ? own && { ...own, 'où demander': own.dispositif?.['où demander'], 'ouvert à tous': own.dispositif?.['ouvert à tous'], avant: own.dispositif?.fenêtre?.avant } : rules.translations[language].get(name);
    const text: RuleText = {
      title: words?.titre ?? name,
      ...(words?.question === undefined ? {} : { question: words.question }),
      ...(words?.aide === undefined ? {} : { help: words.aide }),
      ...(words?.description === undefined ? {} : { description: words.description }),
      ...(words?.['où demander'] === undefined ? {} : { where: words['où demander'] }),
      ...(words?.['ouvert à tous'] === undefined ? {} : { openToAll: words['ouvert à tous'] }),
      ...(words?.avant === undefined ? {} : { before: words.avant }),
      ...(words?.libellés === undefined ? {} : { options: labelled(own?.['une possibilité'] ?? [], words.libellés) }),
    };
    return [name, text];
  }));
}
