import { formatCount } from '../platform/i18n/format.ts';
import { measures } from './measures.ts';

/** What stopped a file, or one of its rows. `line` counts from 1, the header included. */
export interface ImportProblem {
  code: ProblemCode;
  line?: number;
  /** Rank of a GeoJSON object, from 1. */
  object?: number;
  column?: string;
  found?: string;
  /** What was expected, where the code alone does not say it. */
  expected?: string;
  detail?: string;
}

interface Sentence {
  what: string | ((problem: ImportProblem) => string);
  expected?: string;
  todo: string;
}

const exportAgain = 'Téléchargez le fichier de nouveau, ou exportez-le de nouveau sans l’ouvrir dans un tableur.';
const fixRow = 'Corrigez cette ligne, ou relancez avec --partial pour garder les autres.';

/** Every reason to refuse, in French: what was found, what was expected, what to do. The only place with these texts. */
const sentences = {
  'file.notFound': { what: 'le fichier n’existe pas', todo: 'Vérifiez son nom et son dossier.' },
  'file.directory': { what: 'c’est un dossier', expected: 'un fichier', todo: 'Indiquez les fichiers du dossier, par exemple avec dossier/*.' },
  'file.unreadable': { what: (p) => `le fichier ne peut pas être lu (${p.detail ?? ''})`, todo: 'Vérifiez vos droits de lecture.' },
  'file.empty': { what: 'le fichier est vide', expected: 'une ligne d’en-têtes, puis des données', todo: exportAgain },
  'file.oldMacLines': { what: 'fins de ligne de l’ancien Mac (retour chariot seul)', expected: 'des fins de ligne LF ou CRLF', todo: 'Enregistrez le fichier en « CSV UTF-8 ».' },
  'file.headerOnly': { what: 'le fichier n’a que sa ligne d’en-têtes', expected: 'au moins une ligne de données', todo: exportAgain },
  'file.html': { what: 'c’est une page web enregistrée sous le nom d’un fichier de données', expected: 'le fichier de données lui-même', todo: 'Rouvrez la page du portail et téléchargez le fichier par son bouton de téléchargement.' },
  'file.binary': { what: (p) => `c’est ${p.detail ?? 'un fichier binaire'}`, expected: 'un fichier CSV, GeoJSON, Parquet ou xlsx, ou une archive zip qui en contient un', todo: 'Exportez le tableau en CSV (UTF-8), puis importez ce CSV.' },
  'file.nul': { what: 'octet nul (00) dans un fichier de texte', expected: 'du texte', todo: `Le fichier est abîmé ou n’est pas du texte. ${exportAgain}` },
  'file.utf16': { what: 'texte codé en UTF-16', expected: 'le codage UTF-8', todo: 'Enregistrez le fichier en « CSV UTF-8 ».' },
  'file.notUtf8': { what: 'caractère qui n’est pas codé en UTF-8', expected: 'le codage UTF-8, celui de cette source', todo: `Enregistrez le fichier en « CSV UTF-8 ». ${exportAgain}` },
  'file.longLine': { what: 'ligne de plus de 1 Mio', expected: 'des lignes courtes, une par commune', todo: `Le fichier n’a sans doute pas de fins de ligne. ${exportAgain}` },
  'file.tooLarge': { what: (p) => `fichier JSON trop grand (${p.detail ?? ''})`, expected: '80 Mio au plus', todo: 'Découpez-le, par exemple par région, ou simplifiez les contours.' },
  'file.misshapen': { what: 'le contenu n’a pas la forme de sa source et n’a pas pu être lu jusqu’au bout', todo: exportAgain },
  'file.gzip': { what: 'archive gzip coupée ou abîmée', expected: 'une archive complète', todo: 'Téléchargez le fichier de nouveau.' },
  'file.gzipBomb': { what: 'archive gzip dont le contenu est plus de 200 fois plus grand qu’elle', expected: 'un tableau compressé', todo: 'Ce n’est pas un fichier de données : téléchargez-le de nouveau depuis son portail.' },
  'zip.damaged': { what: 'archive zip (ou classeur Excel) coupée ou abîmée', expected: 'une archive complète', todo: 'Téléchargez le fichier de nouveau.' },
  'zip.bomb': { what: 'archive zip dont le contenu est plus de 200 fois plus grand qu’elle, ou de trop de fichiers', expected: 'un tableau compressé', todo: 'Ce n’est pas un fichier de données : téléchargez-le de nouveau depuis son portail.' },
  'zip.locked': { what: 'fichier chiffré, ou compressé par une méthode inconnue, dans l’archive zip', expected: 'une archive zip sans mot de passe', todo: 'Ouvrez l’archive, puis importez le fichier qu’elle contient.' },
  'zip.noTable': { what: (p) => `aucun fichier de données reconnu dans l’archive zip (elle contient : ${p.detail ?? ''})`, expected: 'un CSV, un GeoJSON ou un Parquet d’une source connue', todo: 'Vérifiez que c’est l’archive d’origine. Un shapefile s’exporte en GeoJSON.' },
  'zip.severalTables': { what: (p) => `plusieurs fichiers reconnus dans l’archive zip (${p.detail ?? ''})`, expected: 'un seul', todo: 'Ouvrez l’archive, puis importez ses fichiers un par un.' },
  'workbook.damaged': { what: (p) => `classeur Excel illisible (${p.detail ?? ''})`, expected: 'un classeur xlsx complet', todo: 'Téléchargez le fichier de nouveau, ou exportez la feuille en CSV (UTF-8).' },
  'workbook.tooLarge': { what: 'classeur Excel de plus de 512 Mio une fois ouvert', expected: 'un classeur plus petit', todo: 'Exportez la feuille en CSV (UTF-8), puis importez ce CSV.' },
  'json.invalid': { what: (p) => `JSON invalide (${p.detail ?? ''})`, expected: 'un JSON complet', todo: 'Le fichier est coupé ou abîmé : téléchargez-le de nouveau.' },
  'json.tooComplex': { what: 'JSON trop imbriqué ou de trop d’éléments', expected: 'des communes, 32 niveaux et 4 millions de positions au plus', todo: 'Découpez-le, par exemple par région, ou simplifiez les contours.' },
  'geojson.noFeatures': { what: 'GeoJSON sans aucun objet (« features » vide ou absent)', expected: 'une liste « features » de communes', todo: exportAgain },
  'geojson.coordinates': { what: 'coordonnées invalides ou hors de France', expected: 'des polygones en longitude puis latitude, en degrés (WGS84)', todo: 'Exportez les contours en WGS84 (EPSG:4326), la longitude d’abord.' },
  'geojson.property': { what: 'propriété absente ou vide', todo: 'Ajoutez-la à chaque objet, ou exportez de nouveau avec elle.' },
  'parquet.tooManyRows': { what: (p) => `fichier Parquet de ${p.detail ?? ''} lignes`, expected: 'une ligne par intercommunalité et année, 200 000 au plus', todo: 'Vérifiez que c’est la série par intercommunalité.' },
  'parquet.rows': { what: (p) => `fichier Parquet de ${p.detail ?? ''} lignes`, expected: '20 millions de lignes au plus', todo: 'Vérifiez que c’est le fichier d’origine.' },
  'parquet.corrupt': { what: (p) => `fichier Parquet illisible (${p.detail ?? ''})`, expected: 'un fichier Parquet complet', todo: 'Téléchargez le fichier de nouveau.' },
  'source.unknown': { what: (p) => `source non reconnue ; colonnes lues : ${p.detail ?? 'aucune'}`, expected: 'une des sources que liste « ancrage sources », ou un fichier d’indicateurs (docs/fichier-indicateur.md)', todo: 'Vérifiez que c’est le fichier d’origine, avec sa ligne d’en-têtes.' },
  'source.unused': { what: (p) => `fichier reconnu : ${p.detail ?? ''}. Ancrage n’en tire aucun indicateur par commune`, todo: 'Les autres fichiers ne sont pas touchés.' },
  'table.separator': { what: 'séparateur de colonnes inattendu', todo: 'Enregistrez le fichier avec le séparateur attendu, sans l’ouvrir dans un tableur réglé autrement.' },
  'table.missingColumn': { what: 'colonne absente', todo: `Le fichier n’est pas complet, ou sa version n’est pas connue. ${exportAgain}` },
  'table.doubledColumn': { what: 'colonne présente deux fois', expected: 'chaque colonne une seule fois', todo: 'Supprimez la colonne en trop.' },
  'table.quote': { what: 'guillemet ouvert et jamais fermé, ou mal placé', expected: 'des guillemets par paires', todo: `Corrigez cette ligne. ${exportAgain}` },
  'table.fieldCount': { what: 'nombre de champs inattendu', todo: `La ligne est coupée, ou contient un séparateur de trop. ${exportAgain}` },
  'row.communeCode': { what: 'code de commune mal formé', expected: 'cinq caractères, zéro de tête compris (01001, 2A004)', todo: 'Le zéro de tête a pu être perdu dans un tableur : repartez du fichier d’origine.' },
  'row.communeUnknown': { what: 'commune inconnue', expected: 'un code du Code officiel géographique, actuel ou ancien', todo: fixRow },
  'row.communeTwice': { what: 'commune présente deux fois', expected: 'une ligne par commune', todo: 'Gardez la bonne ligne et supprimez l’autre.' },
  'row.irisCode': { what: 'code d’IRIS mal formé', expected: 'neuf caractères : le code INSEE de la commune, zéro de tête compris, puis quatre chiffres (010040101, 2A0040101)', todo: 'Le zéro de tête a pu être perdu dans un tableur : repartez du fichier d’origine.' },
  'row.irisTwice': { what: 'IRIS présent deux fois', expected: 'une ligne par IRIS', todo: 'Gardez la bonne ligne et supprimez l’autre.' },
  'row.intercommunality': { what: 'intercommunalité inconnue', expected: 'le code SIREN (9 chiffres) d’une intercommunalité de la liste officielle', todo: fixRow },
  'row.twice': { what: 'valeur donnée deux fois', expected: 'une ligne par indicateur, zone, période, source et millésime', todo: 'Gardez la bonne ligne et supprimez l’autre.' },
  'row.empty': { what: 'cellule vide', todo: fixRow },
  'row.notANumber': { what: 'ce n’est pas un nombre', todo: fixRow },
  'row.negative': { what: 'valeur négative', todo: fixRow },
  'row.outOfRange': { what: 'valeur invraisemblable', todo: `Vérifiez l’unité. ${fixRow}` },
  'row.decimalMixed': { what: 'virgule et point décimaux mêlés dans un même fichier', todo: 'Une partie du fichier a été convertie : repartez du fichier d’origine.' },
  'row.notInList': { what: 'valeur hors de la liste', todo: fixRow },
  'row.inconsistent': { what: 'valeurs qui se contredisent', todo: fixRow },
  'row.coordinates': { what: 'coordonnées invalides ou hors de France', expected: 'une longitude et une latitude en degrés (WGS84), comme 6,17 et 49,12', todo: `Vérifiez que les deux colonnes ne sont pas inversées. ${fixRow}` },
  'row.period': { what: 'période mal écrite', expected: 'une année (2023) ou un jour (2025-01-01)', todo: fixRow },
  'row.future': { what: 'date à venir', expected: 'une période passée ou en cours', todo: fixRow },
  'row.otherProducer': { what: 'cette source connue a un autre producteur ou une autre licence', todo: 'Laissez la cellule vide, ou donnez à votre source un autre nom.' },
  'row.sourceOfAnother': { what: 'cette source ne donne pas cet indicateur', todo: 'Corrigez la source, ou donnez à la vôtre un autre nom.' },
  'row.notWhole': { what: 'ce n’est pas un nombre entier', expected: 'un compte, sans décimale', todo: fixRow },
  'row.measure': { what: 'indicateur inconnu', expected: `un de ceux de docs/fichier-indicateur.md (${measures[0]?.id ?? ''}…), ou un nom à vous qui commence par « local. »`, todo: fixRow },
  'vintage.needed': { what: (p) => `${p.detail ?? 'le fichier'} : rien dans le fichier ne dit son millésime`, expected: 'un millésime', todo: 'Relancez avec --vintage, par exemple --vintage 2025 ou --vintage 2025-01-01.' },
  'vintage.invalid': { what: 'millésime mal écrit', expected: 'une année (2025) ou un jour (2025-01-01)', todo: 'Corrigez --vintage.' },
  'vintage.future': { what: 'millésime dans le futur', expected: 'un millésime passé', todo: 'Vérifiez les en-têtes du fichier, son nom ou --vintage.' },
  'product.needed': { what: 'rien ne dit si ces loyers sont ceux des appartements ou des maisons', expected: 'un produit', todo: 'Relancez avec --product app, app12, app3 ou mai.' },
} as const satisfies Record<string, Sentence>;

export type ProblemCode = keyof typeof sentences;

/** A file's text shown to a person: control characters escaped, cut to 40 characters. */
export function shown(raw: string): string {
  // oxlint-disable-next-line no-control-regex
  const escaped = raw.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/gu, (c) => `\\x${(c.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);
  const characters = Array.from(escaped);
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : escaped;
}

/** One paragraph for a person: where, what was found, what was expected, what to do. */
export function explain(file: string, problem: ImportProblem): string {
  const sentence: Sentence = sentences[problem.code];
  const where = [
    file,
    ...(problem.line === undefined ? [] : [`ligne ${problem.line}`]),
    ...(problem.object === undefined ? [] : [`objet ${problem.object}`]),
    ...(problem.column === undefined ? [] : [`colonne « ${shown(problem.column)} »`]),
  ].join(', ');
  const what = typeof sentence.what === 'string' ? sentence.what : sentence.what(problem);
  const found = problem.found === undefined ? '' : ` (trouvé « ${shown(problem.found)} »)`;
  const expected = problem.expected ?? sentence.expected;
  return `${where} : ${what}${found}.${expected ? ` Attendu : ${expected}.` : ''} ${sentence.todo}`;
}

/** "3 lignes sans commune, écartées": the last word agrees with the count. */
const rows = (count: number, what: string): string => formatCount(count, { one: `ligne ${what}`, many: `lignes ${what}s` }, 'fr');

/** Why a sale gives no price by square metre of one dwelling. */
const salesLeft = {
  otherThanSale: 'd’une autre nature qu’une vente de l’existant', noDwelling: 'sans logement', severalDwellings: 'de plusieurs logements', withPremises: 'avec un local d’activité',
  noPrice: 'sans prix, ou de plusieurs prix', noSurface: 'sans surface',
};

/** What the importer supposed or set aside, said beside a success. */
export const notices = {
  vintageFromName: (vintage: string) => `millésime ${vintage} supposé d’après le nom du fichier ; s’il est faux, relancez avec --vintage`,
  undated: () => 'le fichier ne porte pas de date ; sans conséquence pour des centres de communes',
  noFinalNewline: () => 'la dernière ligne ne finit pas par un saut de ligne : vérifiez que le fichier est complet',
  junkRows: (count: number, lines: string) => `${rows(count, 'sans commune, écartée')} (${lines})`,
  districts: (count: number) => `${rows(count, 'd’arrondissement municipal, écartée')} : la ville entière est dans le fichier`,
  merged: (count: number) => `${rows(count, 'de commune fusionnée ou d’arrondissement, rattachée')} à la commune d’aujourd’hui`,
  emptyYear: (count: number) => rows(count, 'sans valeur pour l’année, écartée'),
  columnsLeft: (count: number) => `${formatCount(count, { one: 'colonne laissée', many: 'colonnes laissées' }, 'fr')} : ni ménages, logement, catégories, âges, revenus ou emploi d’une année, ou une évolution qui se recalcule`,
  abroad: (people: number) => `${formatCount(Math.round(people), { one: 'actif travaille', many: 'actifs travaillent' }, 'fr')} à l’étranger : gardés à part, par pays`,
  salesUsed: (used: number, left: Readonly<Record<string, number>>) => {
    const said = Object.entries(salesLeft).flatMap(([why, words]) => ((left[why] ?? 0) > 0 ? [`${formatCount(left[why] ?? 0, { one: 'vente', many: 'ventes' }, 'fr')} ${words}`] : []));
    return `${formatCount(used, { one: 'vente d’un seul logement retenue', many: 'ventes d’un seul logement retenues' }, 'fr')}${said.length > 0 ? ` ; laissées : ${said.join(', ')}` : ''}`;
  },
  fewSales: (count: number, least: number) => `${formatCount(count, { one: 'prix médian n’est pas donné', many: 'prix médians ne sont pas donnés' }, 'fr')} : moins de ${least} ventes dans la commune et l’année (le seuil de LOVAC et du RPLS ; DVF n’en a pas)`,
  newMeasures: (ids: string) => `indicateurs propres au fichier : ${ids} ; ils ont une page si le territory.yaml du territoire les définit`,
  partOfFrance: (communes: number, departments: number) => `fichier partiel (${formatCount(communes, { one: 'commune', many: 'communes' }, 'fr')} de ${formatCount(departments, { one: 'département', many: 'départements' }, 'fr')}, ou des lignes refusées) : une commune qu’il ne liste pas n’est pas comptée pour zéro, et la somme du territoire reste « non disponible » s’il lui en manque une`,
  noneListed: (count: number) => `${formatCount(count, { one: 'commune du territoire n’est pas dans cette liste nationale : elle est comptée', many: 'communes du territoire ne sont pas dans cette liste nationale : elles sont comptées' }, 'fr')} comme n’en ayant aucun`,
  rejectedRows: (count: number) => `${rows(count, 'refusée')}, ${count > 1 ? 'listées' : 'dite'} ci-dessous`,
  contentTellsVintage: (vintage: string) => `--vintage ignoré : le fichier dit son millésime (${vintage})`,
};
