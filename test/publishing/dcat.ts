/**
 * The properties that DCAT-AP makes mandatory or recommends, read from a JSON-LD document by its own context: written apart
 * from what writes the catalogue, and from whatever names it gives its prefixes.
 */
const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';
const foaf = 'http://xmlns.com/foaf/0.1/';
const authority = 'http://publications.europa.eu/resource/authority/';

type Expanded = { type: string[]; id: string | undefined; get: (property: string) => unknown[] };

const required: Record<string, { mandatory: string[]; recommended: string[] }> = {
  [`${dcat}Catalog`]: {
    mandatory: [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}dataset`],
    recommended: [`${dct}issued`, `${dct}modified`, `${dct}language`, `${dct}license`, `${dct}spatial`, `${foaf}homepage`, `${dcat}themeTaxonomy`],
  },
  [`${dcat}Dataset`]: {
    mandatory: [`${dct}title`, `${dct}description`],
    recommended: [`${dcat}contactPoint`, `${dcat}distribution`, `${dcat}keyword`, `${dct}publisher`, `${dct}spatial`, `${dct}temporal`, `${dcat}theme`, `${dct}issued`, `${dct}modified`],
  },
  [`${dcat}Distribution`]: {
    mandatory: [`${dcat}accessURL`],
    recommended: [`${dct}description`, `${dct}format`, `${dct}license`, `${dcat}downloadURL`, `${dcat}mediaType`, 'http://data.europa.eu/r5r/availability'],
  },
  [`${foaf}Agent`]: { mandatory: [`${foaf}name`], recommended: [`${dct}type`] },
};

/** Where a property's value has to be an address, and from which list. */
const ranges: Record<string, (id: string) => boolean> = {
  [`${dcat}theme`]: (id) => id.startsWith(`${authority}data-theme/`),
  [`${dct}format`]: (id) => id.startsWith(`${authority}file-type/`),
  [`${dct}language`]: (id) => id.startsWith(`${authority}language/`),
  [`${dct}accrualPeriodicity`]: (id) => id.startsWith(`${authority}frequency/`),
  [`${dcat}mediaType`]: (id) => id.startsWith('https://www.iana.org/assignments/media-types/'),
  [`${dcat}accessURL`]: (id) => id !== '',
  [`${dcat}downloadURL`]: (id) => id !== '',
  [`${dct}license`]: (id) => id.startsWith('https://'),
};

export function checkCatalogue(document: Record<string, unknown>): { problems: string[]; downloads: string[] } {
  const context = document['@context'] as Record<string, string>;
  const full = (name: string): string => {
    const [prefix = '', rest] = name.split(/:(.*)/s);
    return rest !== undefined && Object.hasOwn(context, prefix) ? context[prefix] + rest : name;
  };
  const expand = (node: Record<string, unknown>): Expanded => {
    const properties = new Map(Object.entries(node).filter(([name]) => !name.startsWith('@')).map(([name, value]) => [full(name), [value].flat()]));
    return { type: [(node['@type'] ?? []) as string | string[]].flat().map(full), id: node['@id'] as string | undefined, get: (property) => properties.get(property) ?? [] };
  };
  const problems: string[] = [];
  const downloads: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Record<string, unknown>;
    const { type, id, get } = expand(node);
    for (const one of type) {
      const { mandatory = [], recommended = [] } = required[one] ?? {};
      for (const property of [...mandatory, ...recommended]) if (get(property).length === 0) problems.push(`${id ?? one}: no ${property}`);
      if (one === `${dcat}Dataset`) for (const distribution of get(`${dcat}distribution`)) if (expand(distribution as Record<string, unknown>).type[0] !== `${dcat}Distribution`) problems.push(`${id}: a distribution of another kind`);
      if (one === `${dcat}Catalog`) for (const dataset of get(`${dcat}dataset`)) if (expand(dataset as Record<string, unknown>).type[0] !== `${dcat}Dataset`) problems.push(`${id}: a dataset of another kind`);
    }
    for (const [property, allows] of Object.entries(ranges)) for (const one of get(property)) {
      const target = (one as Record<string, unknown>)['@id'];
      if (typeof target !== 'string' || !allows(target)) problems.push(`${id}: ${property} is ${JSON.stringify(one)}`);
      else if (property === `${dcat}downloadURL`) downloads.push(target);
    }
    for (const date of [...get(`${dct}issued`), ...get(`${dct}modified`)]) {
      const { '@value': written, '@type': kind } = date as Record<string, string>;
      if (full(kind ?? '') !== 'http://www.w3.org/2001/XMLSchema#dateTime' || Number.isNaN(Date.parse(written ?? ''))) problems.push(`${id}: the date ${JSON.stringify(date)}`);
    }
    for (const [name, inner] of Object.entries(node)) if (name !== '@context') visit(inner);
  };
  visit(document);
  if (!expand(document).type.includes(`${dcat}Catalog`)) problems.push('the document is no catalogue');
  return { problems, downloads };
}
