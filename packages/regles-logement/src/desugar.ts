import { type RawRule, UNKNOWN } from './schema.ts';

/** Two rules without value: what a parameter becomes on days for which nothing is known. Undefined, never 0. */
export const UNKNOWN_NUMBER = 'valeur non connue';
export const UNKNOWN_FLAG = 'réponse non connue';

export const PLAIN_UNKNOWNS: Record<string, unknown> = {
  [UNKNOWN_NUMBER]: { titre: 'Valeur qu’aucune source lue ne donne', type: 'nombre' },
  [UNKNOWN_FLAG]: { titre: 'Réponse qu’aucune source lue ne donne', type: 'booléen' },
};

const OURS = ['conflit', 'source', 'aide', 'libellés', 'peut changer', 'entier', 'générateur', 'calculée', 'paramètre', 'colonnes', 'dispositif'] as const;

export const frenchDay = (iso: string): string => iso.split('-').toReversed().join('/');

interface Step { from: string; value: number | string }

/** Newest first: the first day reached gives the value; before the first day nothing is known. */
function variations(steps: readonly Step[], unit: string | undefined): Record<string, unknown>[] {
  const isFlag = steps.some(({ value }) => value === 'oui' || value === 'non');
  const unknown = isFlag ? UNKNOWN_FLAG : UNKNOWN_NUMBER;
  const written = (value: number | string): string => {
    if (value === UNKNOWN) return unknown;
    return unit === undefined ? String(value) : `${value} ${unit}`;
  };
  return [...steps.toReversed().map(({ from, value }) => ({ si: `date >= ${frenchDay(from)}`, alors: written(value) })), { sinon: unknown }];
}

/**
 * Turns a rule of our files into plain publicodes rules: dated parameters become variations on `date`;
 * a table (`colonnes`) becomes one child rule per column. Our other keys are left out.
 */
export function desugar(name: string, rule: RawRule): [string, unknown][] {
  const plain: Record<string, unknown> = Object.fromEntries(Object.entries(rule).filter(([key]) => !(OURS as readonly string[]).includes(key)));
  // A count of persons is a plain number: with a unit it could not be added to 1, nor multiply an amount.
  if (rule.unité === 'personnes') delete plain['unité'];
  if (rule['une possibilité']) plain['une possibilité'] = rule['une possibilité'].map((option) => `'${option}'`);
  // Said rather than left to be guessed: a compiler and publicodes' applicability of children both need the type.
  if (rule.question !== undefined) plain['type'] = rule['une possibilité'] ? 'texte' : rule.type ?? 'booléen';
  if (!rule.paramètre) return [[name, plain]];
  const { titre, unité } = rule;
  const stepsOf = (column: number): Step[] => (rule.paramètre ?? []).map((entry) => ({
    from: entry.depuis,
    value: 'valeur' in entry ? entry.valeur : entry.valeurs === UNKNOWN ? UNKNOWN : entry.valeurs[column] ?? UNKNOWN,
  }));
  if (!rule.colonnes) return [[name, { ...plain, variations: variations(stepsOf(0), unité) }]];
  return [
    [name, { titre }],
    ...rule.colonnes.map((column, at): [string, unknown] => [`${name} . ${column}`, { titre: `${titre} : ${column}`, ...(unité === undefined ? {} : { unité }), variations: variations(stepsOf(at), unité) }]),
  ];
}
