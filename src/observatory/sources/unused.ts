/** Open data that is known, and from which no figure by commune is drawn: said by its name rather than "unknown". */
const tables: readonly { what: string; has: (columns: readonly string[]) => boolean }[] = [
  { what: 'flux domicile-travail entre aires urbaines', has: (columns) => columns.includes('fij') && columns.includes('namei') && columns.includes('namej') },
  {
    what: 'tableau composé à partir de plusieurs sources (zonage, RPLS, LOVAC, Filosofi, loyers), sans les millésimes qu’il faut à chaque chiffre : importez ces sources, ou un fichier d’indicateurs',
    has: (columns) => columns.includes('insee') && columns.some((column) => column.startsWith('rpls_')) && columns.some((column) => column.startsWith('lovac_')),
  },
];

export const describeUnusedTable = (columns: readonly string[]): string | undefined => tables.find((table) => table.has(columns))?.what;

/** Inputs of the State's needs method, for tests of that method. */
export const describeJson = (content: unknown): string | undefined =>
  typeof content === 'object' && content !== null && 'fixtures' in content ? 'jeu d’essai de la méthode Otelo (besoins en logement), pour une intercommunalité' : undefined;
