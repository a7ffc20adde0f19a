import type { Draft } from './models.ts';

/** Numbers without unit, amounts (€, k€), amounts by period, percents; yes or no; dates; texts. */
export type Kind = 'plain' | 'money' | 'flow' | 'percent' | 'boolean' | 'date' | 'text';

type Rule = Record<string, unknown>;
interface Made { kind: Kind; rule: Rule }

const units: Readonly<Record<'plain' | 'money' | 'flow' | 'percent', readonly string[]>> = { plain: [''], money: ['€', 'k€'], flow: ['€/mois', '€/an'], percent: ['%'] };
type Numeric = keyof typeof units;

const numeric = (d: Draft): Numeric => d.random.pick(['plain', 'plain', 'money', 'money', 'flow', 'flow', 'percent'] as const);
const mainUnit = (kind: Numeric): string => units[kind][0] ?? '';

function literal(d: Draft, kind: Numeric): string {
  const value = d.random.pick([0, 1, 2, 3, 10, 12, 0.5, 2.5, 100, 7.25, 1.005, 33.33]);
  const unit = mainUnit(kind);
  return unit ? `${value} ${unit}` : String(value);
}

const num = (d: Draft, kind: Numeric): string => (d.random.chance(0.75) ? d.ref(kind) : literal(d, kind));

function day(d: Draft): string {
  return d.random.pick(['01/01/2020', '29/02/2020', '31/12/2020', '01/07/2021', '15/06/2021', '01/2022']);
}

function bool(d: Draft): string {
  const r = d.random;
  switch (r.below(6)) {
    case 0: {
      const kind = numeric(d);
      return `${d.ref(kind)} ${r.pick(['<', '<=', '>', '>='])} ${literal(d, kind)}`;
    }
    case 1:
      return `${d.ref('date')} ${r.pick(['<', '>=', '='])} ${day(d)}`;
    case 2:
      return `${d.ref('text')} ${r.pick(['=', '!='])} ${r.pick(["'rouge'", "'vert'"])}`;
    default:
      return d.ref('boolean');
  }
}

/** What may be not applicable: a rule, or an expression that says when. */
function applicability(d: Draft): Rule | string {
  if (d.random.chance(0.3)) return d.nullable();
  return { [d.random.pick(['applicable si', 'non applicable si'])]: bool(d), valeur: d.ref('plain') };
}

const sides = (d: Draft, kind: Numeric) => ({ kind, a: num(d, kind), b: num(d, kind) });
const finish = (d: Draft, kind: Numeric, rule: Rule): Made => ({ kind, rule: kind !== 'plain' || d.random.chance(0.2) ? withUnit(d, kind, rule) : rule });

/** Most rules say their unit, as rules should; some in another unit of the same kind. */
function withUnit(d: Draft, kind: Numeric, rule: Rule): Rule {
  const unit = mainUnit(kind);
  return unit && d.random.chance(0.85) ? { ...rule, unité: unit } : rule;
}

const list = (d: Draft, kind: Numeric): string[] => d.random.several(1 + d.random.below(3), () => num(d, kind));

function bands(d: Draft, kind: Numeric, of: 'taux' | 'montant', out: Numeric): Rule[] {
  const unit = mainUnit(kind);
  const steps = d.random.pick([[2, 10, 50], [1, 12], [5, 6, 30, 100]]);
  const gives = () => (of === 'montant' ? num(d, out) : d.random.chance(0.8) ? `${d.random.pick([0, 5, 10, 12.5, 33.3, 50])} %` : d.ref('percent'));
  const rows: Rule[] = steps.map((step) => ({ [of]: gives(), plafond: unit ? `${step} ${unit}` : step }));
  if (d.random.chance(0.7)) rows.push({ [of]: gives() });
  if (d.random.chance(0.15)) rows[0] = { ...rows[0], plafond: d.ref(kind) };
  return rows;
}

/** Constants by age, by date or by size: what tables are made of. */
function constantsBy(d: Draft): Rule | string {
  const amount = () => `${d.random.below(90)} €`;
  switch (d.random.below(4)) {
    case 0:
      return { variations: [{ si: `d1 >= ${day(d)}`, alors: amount() }, { si: 'n1 > 12', alors: amount() }, { sinon: amount() }] };
    case 1:
      return { grille: { assiette: 'n1', tranches: [{ montant: amount(), plafond: 2 }, { montant: amount(), plafond: 12 }, { montant: amount(), plafond: 50 }] } };
    case 2:
      return { variations: [{ si: 'n1 >= 30', alors: amount() }, { si: 'n1 <= 2', alors: amount() }] };
    default:
      return amount();
  }
}

/** A base, well spread over the bands. */
const assessed = (d: Draft, kind: Numeric) => d.ref(kind);
const multiplier = (d: Draft): Rule => (d.random.chance(0.2) ? { multiplicateur: d.random.chance(0.5) ? 2 : d.ref('plain') } : {});

function compared(op: string) {
  return (d: Draft): Made => {
    const { a, b } = sides(d, numeric(d));
    return { kind: 'boolean', rule: { valeur: `${a} ${op} ${b}` } };
  };
}

function binary(op: string) {
  return (d: Draft): Made => {
    const { kind, a, b } = sides(d, numeric(d));
    return finish(d, kind, { valeur: `${a} ${op} ${b}` });
  };
}

const altered = (key: string) => (d: Draft): Made => {
  const kind = numeric(d);
  return finish(d, kind, { valeur: d.ref(kind), [key]: d.random.chance(0.1) ? 'non' : num(d, kind) });
};

/** Each way to make a rule; the first key tells the mechanism that it tries. */
export const mechanisms: Readonly<Record<string, (d: Draft) => Made>> = {
  '+': binary('+'),
  '-': binary('-'),
  '*': (d) => {
    const kind = d.random.pick(['plain', 'money', 'flow'] as const);
    return finish(d, kind, { valeur: d.random.chance(0.5) ? `${num(d, kind)} * ${num(d, 'plain')}` : `${num(d, kind)} * ${num(d, 'percent')}` });
  },
  '/': (d) => {
    const kind = numeric(d);
    return d.random.chance(0.5) ? finish(d, kind, { valeur: `${num(d, kind)} / ${num(d, 'plain')}` }) : { kind: 'plain', rule: { valeur: `${num(d, 'money')} / ${num(d, 'money')}` } };
  },
  '//': (d) => ({ kind: 'plain', rule: { valeur: `${num(d, 'plain')} // ${num(d, 'plain')}` } }),
  '**': (d) => ({ kind: 'plain', rule: { valeur: `${num(d, 'plain')} ** ${d.random.pick([2, 0.5, 3])}` } }),
  '<': compared('<'),
  '>=': compared('>='),
  '=': compared('='),
  '!=': (d) => ({ kind: 'boolean', rule: { valeur: d.random.chance(0.5) ? `${d.ref('boolean')} != ${d.random.pick(['oui', 'non'])}` : `${d.ref('text')} != 'bleu'` } }),
  'toutes ces conditions': (d) => ({ kind: 'boolean', rule: { 'toutes ces conditions': d.random.several(2, () => bool(d)) } }),
  'une de ces conditions': (d) => ({ kind: 'boolean', rule: { 'une de ces conditions': d.random.several(2, () => bool(d)) } }),
  condition: (d) => {
    const { kind, a, b } = sides(d, numeric(d));
    return finish(d, kind, { condition: { si: bool(d), alors: a, sinon: b } });
  },
  variations: (d) => {
    const kind = numeric(d);
    const steps: Rule[] = d.random.several(1 + d.random.below(2), () => ({ si: bool(d), alors: num(d, kind) }));
    if (d.random.chance(0.7)) steps.push({ sinon: num(d, kind) });
    return finish(d, kind, { variations: steps });
  },
  'variations de textes': (d) => ({ kind: 'text', rule: { variations: [{ si: bool(d), alors: "'rouge'" }, { si: bool(d), alors: d.ref('text') }, { sinon: "'vert'" }] } }),
  'applicable si': (d) => {
    const kind = numeric(d);
    return finish(d, kind, { 'applicable si': bool(d), valeur: num(d, kind) });
  },
  'non applicable si': (d) => ({ kind: 'boolean', rule: { 'non applicable si': bool(d), valeur: bool(d) } }),
  plafond: altered('plafond'),
  plancher: altered('plancher'),
  abattement: (d) => {
    const kind = numeric(d);
    return finish(d, kind, { valeur: d.ref(kind), abattement: kind !== 'percent' && d.random.chance(0.3) ? '10 %' : num(d, kind) });
  },
  somme: (d) => {
    const kind = numeric(d);
    return finish(d, kind, { somme: list(d, kind) });
  },
  produit: (d) => finish(d, 'money', { produit: [num(d, 'money'), num(d, 'plain'), ...(d.random.chance(0.5) ? [num(d, 'percent')] : [])] }),
  moyenne: (d) => {
    const kind = numeric(d);
    return finish(d, kind, { moyenne: list(d, kind) });
  },
  'le maximum de': (d) => {
    const kind = numeric(d);
    return finish(d, kind, { 'le maximum de': list(d, kind) });
  },
  'le minimum de': (d) => {
    const kind = numeric(d);
    return finish(d, kind, { 'le minimum de': list(d, kind) });
  },
  arrondi: (d) => {
    const kind = numeric(d);
    return finish(d, kind, { valeur: d.random.chance(0.5) ? d.ref(kind) : `${d.ref(kind)} / 3`, arrondi: d.random.pick(['oui', '2 décimales', '1 décimale', '-1 décimales', d.ref('boolean')]) });
  },
  unité: (d) => {
    const kind = d.random.pick(['money', 'flow', 'percent'] as const);
    return { kind, rule: { valeur: d.ref(kind), unité: mainUnit(kind) } };
  },
  part: (d) => {
    const kind = d.random.pick(['money', 'flow'] as const);
    const quotient = d.random.pick([`${d.ref(kind)} / ${d.ref(kind)}`, `${d.ref('plain')} * ${d.ref('percent')}`, `${d.ref(kind)} // ${d.ref(kind)} * 1 %`]);
    return { kind: 'percent', rule: { valeur: quotient, unité: '%' } };
  },
  conversion: (d) => {
    const kind = d.random.pick(['money', 'flow'] as const);
    const inner = { valeur: d.ref(kind), unité: d.random.pick(units[kind]) };
    return { kind, rule: { valeur: inner, unité: mainUnit(kind) } };
  },
  barème: (d) => {
    const kind = d.random.pick(['plain', 'money', 'flow'] as const);
    return finish(d, kind, { barème: { assiette: assessed(d, kind), ...multiplier(d), tranches: bands(d, kind, 'taux', 'percent') } });
  },
  grille: (d) => {
    const kind = d.random.pick(['plain', 'money', 'flow'] as const);
    const out = numeric(d);
    return finish(d, out, { grille: { assiette: assessed(d, kind), ...multiplier(d), tranches: bands(d, kind, 'montant', out) } });
  },
  tableau: (d) => {
    const colours = ['rouge', 'vert', 'bleu'].filter(() => d.random.chance(0.8));
    const steps: Rule[] = colours.map((colour) => ({ si: `s1 = '${colour}'`, alors: constantsBy(d) }));
    return finish(d, 'money', { variations: d.random.chance(0.8) ? [...steps, { sinon: constantsBy(d) }] : [...steps, { si: `d1 >= ${day(d)}`, alors: '3 €' }] });
  },
  'taux progressif': (d) => {
    const kind = d.random.pick(['plain', 'money', 'flow'] as const);
    return { kind: 'percent', rule: { 'taux progressif': { assiette: assessed(d, kind), tranches: bands(d, kind, 'taux', 'percent') }, unité: '%' } };
  },
  durée: (d) => ({ kind: 'plain', rule: { valeur: { durée: { depuis: d.ref('date'), "jusqu'à": d.random.chance(0.5) ? d.ref('date') : day(d), unité: d.random.pick(['jour', 'mois', 'an', 'trimestre', 'trimestre civil', 'année civile']) } } } }),
  'est défini': (d) => ({ kind: 'boolean', rule: { [d.random.pick(['est défini', 'est non défini'])]: d.random.pick(['n1', 'm1', 'b1', 'd1', 'f1', d.ref('money'), d.ref('boolean')]) } }),
  'est applicable': (d) => ({ kind: 'boolean', rule: { [d.random.pick(['est applicable', 'est non applicable'])]: applicability(d) } }),
  'par défaut': (d) => {
    const kind = numeric(d);
    return finish(d, kind, { valeur: d.ref(kind), 'par défaut': num(d, kind) });
  },
  remplace: (d) => {
    const kind = numeric(d);
    const replaced = d.ref(kind);
    return finish(d, kind, { 'applicable si': bool(d), valeur: literal(d, kind), remplace: d.random.chance(0.7) ? replaced : { 'références à': replaced, dans: d.ref(kind) } });
  },
  'rend non applicable': (d) => ({ kind: 'boolean', rule: { valeur: bool(d), 'rend non applicable': d.ref(numeric(d)) } }),
  contexte: (d) => {
    const { kind, b } = sides(d, numeric(d));
    return finish(d, kind, { valeur: d.ref(kind), contexte: { [d.random.pick(['n1', 'n2'])]: num(d, 'plain'), ...(d.random.chance(0.5) ? { b1: bool(d) } : {}), ...(kind === 'money' ? { m1: b } : {}) } });
  },
};
