import { parseUnit, serializeUnit, type ASTNode } from 'publicodes';
import type { Node } from '../graph.ts';
import { arithmetic, converted, grid, relabelled, scale, slidingRate, type Band } from '../ops/index.ts';
import { NOT_APPLICABLE, VALUE } from '../states.ts';
import { convertible, productUnit } from '../units.ts';
import { joined, mayLackUnit, number } from './join.ts';
import type { Reader } from './reader.ts';

type TableNode = ASTNode<'barème'> | ASTNode<'grille'> | ASTNode<'taux progressif'>;
type AstBand = TableNode['explanation']['tranches'][number];

/** `barème`, `grille`, `taux progressif`: ceilings multiplied and in the base's unit, then what each band gives. */
export function table(reader: Reader, ast: TableNode): Node {
  const { graph } = reader;
  const base = number(reader, ast.nodeKind, reader.node(ast.explanation.assiette));
  const multiplier = number(reader, ast.nodeKind, reader.node(ast.explanation.multiplicateur));
  if (mayLackUnit(multiplier) && (multiplier.may & NOT_APPLICABLE) !== 0) reader.refuse(ast.nodeKind, 'le multiplicateur peut être non applicable');
  const { tranches } = ast.explanation;
  const ceilings = tranches.map((band) => ceiling(reader, ast.nodeKind, base, multiplier, band));
  if (ceilings.slice(0, -1).some((node) => node === undefined)) reader.refuse(ast.nodeKind, 'seule la dernière tranche peut être sans plafond');
  const bands = (gives: (band: AstBand) => Node): Band[] => tranches.map((band, k) => ({ ceiling: ceilings[k], gives: gives(band) }));

  if (ast.nodeKind === 'grille') {
    const given = bands((band) => reader.node('montant' in band ? band.montant : reader.refuse('grille', 'une tranche sans montant')));
    const all = given.map((band) => band.gives).reduce((a, b) => {
      const { type, unit, loose } = joined(reader, 'grille', a, b);
      return graph.constant(0, type, unit, 2, loose);
    });
    const alike = given.map((band) => ({ ceiling: band.ceiling, gives: joined(reader, 'grille', band.gives, all).yes }));
    return grid(graph, base, multiplier, alike, all.type, given[0]?.gives.unit ?? all.unit, given.some((band) => band.gives.loose));
  }
  const rate = (unit: string) => (band: AstBand) => {
    const node = number(reader, ast.nodeKind, reader.node('taux' in band ? band.taux : reader.refuse(ast.nodeKind, 'une tranche sans taux')));
    const to = parseUnit(unit);
    if (!convertible(node.unit, to)) reader.refuse(ast.nodeKind, `un taux en « ${serializeUnit(node.unit)} »`);
    return converted(graph, node, to, false);
  };
  if (ast.nodeKind === 'barème') return scale(graph, base, multiplier, bands(rate('')));
  if (tranches.length === 1) reader.refuse('taux progressif', 'une seule tranche');
  return slidingRate(graph, base, multiplier, bands(rate('%')), parseUnit('%'));
}

/** Undefined for the default ceiling, which is infinite. */
function ceiling(reader: Reader, mechanism: string, base: Node, multiplier: Node, band: AstBand): Node | undefined {
  if (!band.plafond) return undefined;
  const node = number(reader, mechanism, reader.node(band.plafond));
  if (node.constant?.state === 0 && node.constant.value === Infinity) return undefined;
  const unit = productUnit(node.unit, multiplier.unit);
  const one = multiplier.constant?.state === 0 && multiplier.constant.value === 1;
  const multiplied = one ? relabelled(reader.graph, node, unit, false) : arithmetic(reader.graph, '*', node, multiplier, unit, false);
  // What is not applicable there is an error or a 0 that only the interpreter tells apart.
  if (!convertible(unit, base.unit)) reader.refuse(mechanism, `un plafond en « ${serializeUnit(unit)} » pour une assiette en « ${serializeUnit(base.unit)} »`);
  if (mayLackUnit(base) && (base.may & VALUE) === 0) reader.refuse(mechanism, 'une assiette sans valeur');
  return converted(reader.graph, multiplied, base.unit, false);
}
