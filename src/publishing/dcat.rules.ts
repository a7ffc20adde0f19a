import type { PublishedDataset } from './open-data.service.ts';
import { licenceAddress } from './open-data.catalogue.ts';

export interface Publisher {
  name: string;
  /** An e-mail address, or how else to reach them. */
  contact: string | undefined;
}

export interface CatalogueFacts {
  /** Where the files are, ending with `/`; empty where nobody knows it: addresses are then told from the catalogue's own. */
  base: string;
  /** Address of the list's page. */
  page: string;
  territory: { code: string; name: string; nameWithOf: string };
  publisher: Publisher;
  datasets: readonly PublishedDataset[];
}

type Node = { [property: string]: unknown };

const authority = (list: string, code: string): Node => ({ '@id': `http://publications.europa.eu/resource/authority/${list}/${code}` });
const french = (text: string): Node => ({ '@value': text, '@language': 'fr' });
const moment = (at: Date): Node => ({ '@value': at.toISOString(), '@type': 'xsd:dateTime' });
const link = (address: string): Node => ({ '@id': address });
const mediaType = (type: string): Node => link(`https://www.iana.org/assignments/media-types/${type}`);

const context = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', dcatap: 'http://data.europa.eu/r5r/', foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#', vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const formats = [
  { ending: 'csv', type: 'CSV', media: 'text/csv', said: 'CSV : UTF-8, virgules, points décimaux.' },
  { ending: 'parquet', type: 'PARQUET', media: 'application/vnd.apache.parquet', said: 'Parquet : les mêmes lignes, en colonnes typées.' },
] as const;

/** The catalogue of the open data, DCAT-AP in JSON-LD: the same facts give the same text. */
export function dcatCatalogue(facts: CatalogueFacts): string {
  const { base, page, territory, publisher, datasets } = facts;
  const dates = datasets.flatMap(({ from }) => from.map(({ importedAt }) => importedAt)).toSorted((a, b) => a.getTime() - b.getTime());
  const agent = { '@type': 'foaf:Agent', '@id': `${base}#editeur`, 'foaf:name': french(publisher.name), 'dct:type': link('http://purl.org/adms/publishertype/LocalAuthority') };
  const shared = {
    'dct:publisher': agent,
    'dct:language': authority('language', 'FRA'),
    'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': territory.code, 'skos:prefLabel': french(territory.name) },
  };
  const licences = [...new Set(datasets.flatMap((one) => licencesOf(one)))];
  return `${JSON.stringify({
    '@context': context,
    '@id': `${base}catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': french(`Données ouvertes ${territory.nameWithOf}`),
    'dct:description': french(`Les chiffres du logement et de l’emploi ${territory.nameWithOf}, par commune, avec leurs sources. Ce que le secret statistique cache y reste secret.`),
    ...shared,
    ...(dates.length > 0 ? { 'dct:issued': moment(dates[0]!), 'dct:modified': moment(dates.at(-1)!) } : {}),
    'foaf:homepage': { '@id': page, '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': link('http://publications.europa.eu/resource/authority/data-theme'),
    ...(licences.length > 0 ? { 'dct:license': licences.map((address) => ({ '@id': address, '@type': 'dct:LicenseDocument' })) } : {}),
    'dcat:dataset': datasets.map((dataset) => datasetNode(dataset, facts, shared)),
  }, null, 2)}\n`;
}

const licencesOf = ({ from }: PublishedDataset): string[] => [...new Set(from.flatMap(({ licence }) => licenceAddress(licence) ?? []))];

function datasetNode(dataset: PublishedDataset, { base, page, territory, publisher }: CatalogueFacts, shared: Node): Node {
  const { about, from, years } = dataset;
  const dates = from.map(({ importedAt }) => importedAt).toSorted((a, b) => a.getTime() - b.getTime());
  const licence = licencesOf(dataset).map((address) => ({ '@id': address, '@type': 'dct:LicenseDocument' }));
  return {
    '@id': `${page}#${about.slug}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': `ancrage-${territory.code}-${about.slug}`,
    'dct:title': french(`${about.title.fr} – ${territory.name}`),
    'dct:description': french(about.description.fr),
    ...shared,
    'dcat:contactPoint': contactNode(publisher),
    'dcat:keyword': about.keywords.map(french),
    'dcat:theme': authority('data-theme', about.europeanTheme),
    'dct:accessRights': authority('access-right', 'PUBLIC'),
    'dct:accrualPeriodicity': authority('frequency', 'IRREG'),
    'dct:license': licence,
    ...(dates.length > 0 ? { 'dct:issued': moment(dates[0]!), 'dct:modified': moment(dates.at(-1)!) } : {}),
    ...(years ? { 'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': year(years.first), 'dcat:endDate': year(years.last) } } : {}),
    'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'skos:prefLabel': french([...new Set(from.map(({ title, producer, vintage }) => `${title} (${producer}, ${vintage})`))].join(' ; ')) },
    'dcat:landingPage': { '@id': `${page}#${about.slug}`, '@type': 'foaf:Document' },
    'dcat:distribution': formats.map(({ ending, type, media, said }) => ({
      '@id': `${base}${about.slug}.${ending}#distribution`,
      '@type': 'dcat:Distribution',
      'dct:title': french(`${about.title.fr} (${type === 'CSV' ? 'CSV' : 'Parquet'})`),
      'dct:description': french(said),
      'dcat:accessURL': link(`${page}#${about.slug}`),
      'dcat:downloadURL': link(`${base}${about.slug}.${ending}`),
      'dcat:mediaType': mediaType(media),
      'dct:format': authority('file-type', type),
      'dct:license': licence,
      'dcatap:availability': authority('planned-availability', 'STABLE'),
      ...(dates.length > 0 ? { 'dct:modified': moment(dates.at(-1)!) } : {}),
    })),
  };
}

function contactNode({ name, contact }: Publisher): Node {
  const node = { '@type': 'vcard:Organization', 'vcard:fn': name };
  if (contact === undefined) return node;
  return /^[^\s@<>]+@[^\s@<>]+$/.test(contact) ? { ...node, 'vcard:hasEmail': link(`mailto:${contact}`) } : { ...node, 'vcard:note': contact };
}

const year = (value: string): Node => ({ '@value': value, '@type': 'xsd:gYear' });
