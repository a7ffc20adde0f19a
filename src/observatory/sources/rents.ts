import { failure, success } from '../../platform/result.ts';
import { boundsOfRent } from '../measures.ts';
import { known, requireColumns, vintageFrom } from './columns.ts';
import type { Field, TableSource } from './table.ts';

/** The four maps have one layout: only the file's name (or the person) says which one it is. */
const products = {
  app: { source: 'rents-flat', measure: 'rents.flat' },
  app12: { source: 'rents-flat-1-2', measure: 'rents.flat12' },
  app3: { source: 'rents-flat-3', measure: 'rents.flat3' },
  mai: { source: 'rents-house', measure: 'rents.house' },
} as const;

type Product = keyof typeof products;

const isProduct = (text: string | undefined): text is Product => text !== undefined && text in products;

/** `pred-app12-mef-dhup` → app12; `…-appartements-2018` → app; undefined where the name says nothing. */
export function productFromName(fileName: string): Product | undefined {
  const name = fileName.toLowerCase();
  if (/app(artements?)?[-_ ]?(12|1-2|1_2)/.test(name)) return 'app12';
  if (/app(artements?)?[-_ ]?3/.test(name)) return 'app3';
  if (/(^|[^a-z])(mai|maisons?)([^a-z]|$)/.test(name)) return 'mai';
  if (/(^|[^a-z])(app|apparts?|appartements?)([^a-z]|$)/.test(name)) return 'app';
  return undefined;
}

/** Rents map, layouts of 2018 (codes without their leading zero) and of 2023 onwards. */
export const rents: TableSource = {
  id: 'rents',
  recognises: (columns) => columns.includes('loypredm2') || columns.includes('lwr.IPm2'),
  separator: ';',
  latin1: true,
  plan: (columns, hints) => {
    const old = columns.includes('INSEE') && !columns.includes('INSEE_C');
    const area = old ? 'INSEE' : 'INSEE_C';
    const required = requireColumns(columns, [area, 'TYPPRED', 'loypredm2', 'lwr.IPm2', 'upr.IPm2']);
    if (!required.ok) return required;
    const asked = hints.product ?? productFromName(hints.fileName);
    if (!isProduct(asked)) return failure({ code: 'product.needed', ...(asked === undefined ? {} : { found: asked }) });
    const product = products[asked];
    // The layout of 2018 was used for that year only.
    const dated = old ? success({ vintage: '2018', notes: [] as string[] }) : vintageFrom(hints, 'year', 'carte des loyers');
    if (!dated.ok) return dated;
    const { vintage, notes } = dated.value;
    const [low, high] = boundsOfRent(product.measure);
    const field = (column: string, measure: string): Field => ({ column, measure, period: vintage, secret: [], missing: [] });
    return success({
      source: known(product.source),
      vintage,
      notes,
      area,
      ...(old ? { areaCode: (raw: string) => (/^\d{4}$/.test(raw) ? `0${raw}` : raw) } : {}),
      fields: [field('loypredm2', product.measure), ...(asked === 'app' ? [field('TYPPRED', 'rents.flatLevel')] : []), field('lwr.IPm2', low), field('upr.IPm2', high)],
      check: (numberOf) => {
        const [rent, low, high] = [numberOf('loypredm2'), numberOf('lwr.IPm2'), numberOf('upr.IPm2')];
        if (rent !== undefined && low !== undefined && high !== undefined && (low > rent || rent > high)) {
          return { column: 'loypredm2', expected: `un loyer entre ses bornes, ${low} et ${high}` };
        }
        return undefined;
      },
      blankPart: 'unknown',
    });
  },
};
