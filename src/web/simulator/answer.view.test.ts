import { describe, expect, test } from 'vitest';
import { explain, personas, type Facts } from '../../aids/index.ts';
import { aidView } from './answer.view.ts';
import { reasonsOf } from './reason.text.ts';

const owner: Facts = {
  'personne . activité': 'salarié', 'employeur . secteur': 'privé', 'employeur . effectif': 10, 'logement . statut': 'propriétaire', 'logement . zone ABC': 'B1', 'projet . travaux': 'amélioration', 'projet . bailleur': false,
  'projet . montant des travaux': 8000, 'ménage . personnes': 1, 'ménage . à charge': 0, 'ménage . couple': false, 'ménage . handicap': false,
  'ménage . revenu fiscal N moins 2': 35_436, 'ménage . revenu fiscal N moins 1': 35_436, 'ménage . revenus des douze derniers mois': 35_436,
};

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
const loan = (facts: Facts, at = '2024-06-01') => aidView(explain(facts, at).aids.find(({ aid }) => aid.id === 'pret-travaux')!, at, 'fr');

test('a works loan above the ceiling is neither promised nor refused: who decides, up to how much, and the way in', () => {
  const view = loan(owner);
  expect([view.outcome, view.amount?.value, view.where?.parts.map(({ text }) => text).join('')]).toEqual(['unknown', '8\u202f000\u202f€', 'Demandez le prêt sur actionlogement.fr, avec le devis des travaux.']);
  // What no source says is no scale that waits to be read.
  expect(reasonsOf(view, 'fr')).toEqual({ lead: 'Ce qui n’est pas connu', reasons: ['«\u00a0Action Logement vous accorde le prêt au-dessus du plafond, parmi 20\u202f% des ménages au plus\u00a0»'] });
});

test('another condition still closes it', () => expect(loan({ ...owner, 'employeur . effectif': 9 }).outcome).toBe('no'));

test('a scale that is not read is dated', () => expect(reasonsOf(loan(owner, '2026-11-24'), 'fr').reasons.join(' ')).toMatch(/barème du 1er\sjanvier 2025 pas encore lu/));

describe('an employer that no source speaks of, and one that they refuse', () => {
  const employee: Facts = personas('2026-11-24').find(({ id }) => id === 'crossBorder')?.facts ?? {};
  const advance = (facts: Facts) => aidView(explain(facts, '2026-11-24').aids.find(({ aid }) => aid.id === 'avance-loca-pass')!, '2026-11-24', 'fr');

  test('abroad: neither promised nor refused, and no rule is called certain', () => {
    const view = advance(employee);
    expect([view.outcome, view.confidence]).toEqual(['unknown', expect.not.stringContaining('certaine')]);
    expect(reasonsOf(view, 'fr').reasons).toEqual(['«\u00a0Un employeur à l’étranger est admis, à cette date\u00a0»']);
  });

  test('public: the way that only lacks the employer is told first, with what it lacks', () => {
    const [because] = advance({ ...employee, 'employeur . secteur': 'public' }).because;
    expect(plain(because?.ways[0] ?? '')).toBe('Vous êtes salarié, ou en préretraite, d’une entreprise privée non agricole (vous : Public)');
  });
});

test('a buyer reads what is known: the ceiling of the loan and its rate, and the last income ceiling, dated', () => {
  const buyer: Facts = personas('2026-11-24').find(({ id }) => id === 'buyer')?.facts ?? {};
  const { 'projet . coût': _, ...rest } = buyer;
  const view = aidView(explain(rest, '2026-11-24').aids.find(({ aid }) => aid.id === 'pret-accession')!, '2026-11-24', 'fr');
  expect(plain(view.amount?.value ?? '')).toBe('jusqu’à 30 000 € à 1 % par an');
  expect(plain(reasonsOf(view, 'fr').reasons.join(' '))).toMatch(/barème du 1er janvier 2025 pas encore lu ; à titre indicatif, le 31 décembre 2024 : vous : .* au plus \d\d \d{3} €/);
});

test('an aid that takes no more requests says since when', () => {
  const view = aidView(explain({}, '2026-11-24').aids.find(({ aid }) => aid.id === 'mobili-pass')!, '2026-11-24', 'fr');
  expect(plain(reasonsOf(view, 'fr').reasons.join(' '))).toContain('non depuis le 1er juillet 2023');
});
