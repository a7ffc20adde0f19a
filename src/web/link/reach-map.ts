import type { LinkAnswer, LinkCommune } from '../../needs/index.ts';
import { communeMap } from '../../platform/documents/svg/commune-map.ts';
import type { Language } from '../../platform/i18n/format.ts';
import type { PackGeometry } from '../../steering/index.ts';
import type { Territory } from '../../territory/index.ts';
import { drawTwice, paintOf, type Drawing } from '../figures/pictures.ts';
import { linkMessages } from '../messages/link.ts';
import { observatoryMessages } from '../messages/observatory.ts';

const order = ['within', 'older', 'cheapest', 'beyond'] as const;

/** Each commune by how it stands for the household; the chosen one, else that of the job, outlined. Nothing when no commune has a place. */
export function reachMap({ communes, workName }: LinkAnswer, outlined: string, shapes: PackGeometry, territory: Pick<Territory, 'colours'>, language: Language): Drawing | null {
  if (!communes.some(({ code }) => shapes.has(code)) || communes.every(({ reach }) => reach === 'unknown')) return null;
  const words = linkMessages[language];
  const map = observatoryMessages[language].map;
  const cell = ({ reach }: LinkCommune) => (reach === 'unknown' ? ({ kind: 'missing', reason: 'notInSource' } as const) : ({ kind: 'category', value: words.reaches[reach] } as const));
  return drawTwice((width, id) => communeMap({
    id: id('map'), language, title: words.mapTitle(workName), description: map.description,
    areas: communes.map((one) => ({ code: one.code, name: one.name, cell: cell(one), text: words.reaches[one.reach], ...shapes.get(one.code) })),
    width, height: Math.round(width * 0.95), paint: paintOf(territory), style: 'categories', order: order.map((reach) => words.reaches[reach]), format: String,
    words: { ...map, unit: '' }, labels: width < 400 ? 5 : 6,
  }).replace(`id="${id('map')}-${outlined}"`, `id="${id('map')}-${outlined}" class="chosen"`));
}
