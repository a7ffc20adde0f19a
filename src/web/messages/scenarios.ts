import { defineMessages } from '../../platform/i18n/catalogue.ts';

const words = {
  crumb: 'Scénarios', none: '—', notComputable: 'non calculable', retained: 'retenu', demonstration: 'démonstration',
  population: { central: 'centrale', ph: 'haute', pb: 'basse' } as Record<string, string>,
  households: { b: 'B', c: 'C', h: 'H' } as Record<string, string>,
  series: (population: string, households: string) => `population ${population}, ménages ${households}`,
  years: (from: number, to: number) => `${from}-${to}`,
  mode: {
    label: 'Calcul', names: { default: 'Tableur corrigé', reference: 'Comme le tableur de l’État' },
    text: {
      default: 'Le calcul suit la méthode Otelo de l’État et corrige ce qui est manifestement faux dans son tableur.',
      reference: 'Le calcul reproduit le tableur Otelo de l’État, ses erreurs comprises : il sert à comparer avec un chiffre de l’État.',
    },
    what: 'Ce que le calcul corrigé change au tableur', how: 'Méthode et sources',
  },
  changedOn: (day: string) => `Enregistré le ${day}.`,
  list: {
    title: 'Scénarios de besoins en logements', lead: 'Combien de logements faut-il par an, et pourquoi ? Un scénario réunit les chiffres du territoire et des hypothèses, sous un nom. Comparez-en plusieurs avant de décider.',
    caption: 'Scénarios du territoire', name: 'Scénario', perYear: 'Besoin par an', total: 'Besoin jusqu’au pic', stock: 'dont déficit résorbé (stock)', flux: 'dont flux', peak: 'Pic', choose: 'Comparer', chooseOne: (name: string) => `Comparer ${name}`,
    compare: 'Comparer les scénarios cochés', compareHint: 'Cochez de deux à quatre scénarios : le premier de la liste sert de référence.', new: 'Créer un scénario', missing: 'Il manque :',
    unit: 'En logements. Pic : année où les ménages, avec le déficit déjà résorbé, sont les plus nombreux. Les besoins s’additionnent jusque-là.', noneLeft: 'aucun : les ménages ne font que baisser',
    teach: 'Aucun scénario pour l’instant', teachHow: 'Un scénario part d’un fichier de chiffres du territoire (ménages projetés, parc, vacance, mal-logement). Créez le premier : vous en réglerez ensuite les hypothèses.', teachReader: 'Le service habitat de l’intercommunalité crée ici les scénarios ; vous y lirez leurs résultats et les comparerez.',
    done: { supprime: 'Le scénario est supprimé.' } as Record<string, string>,
  },
  new: {
    title: 'Créer un scénario', lead: 'Donnez un nom, les séries de ménages choisies et le fichier des chiffres. Les paramètres se règlent ensuite, un par un.', button: 'Créer le scénario',
    copyTitle: 'Dupliquer un scénario', copyLead: (name: string) => `Le nouveau scénario reprend les chiffres et les paramètres de « ${name} ». Vous les changerez ensuite sans toucher à l’original.`, copyName: (name: string) => `${name} (copie)`, copyButton: 'Dupliquer le scénario',
    copyInstead: 'Ou partez d’un scénario existant :',
  },
  form: {
    name: 'Nom', nameHint: 'Par exemple : « Vacance reprise, ménages C ».', population: 'Projection de population (Omphale)', households: 'Scénario de ménages (Omphale)', source: 'D’où viennent les chiffres', sourceHint: 'Par exemple : Otelo, extraction du 3 mars 2026. Cela se lit à côté des chiffres.', sourceOfFile: 'Laissez vide pour garder ce que dit le fichier.',
    file: 'Fichier des chiffres', fileHint: (code: string) => `Fichier JSON du territoire ${code}, comme pour la commande « ancrage needs otelo ».`, pasted: 'Ou collez ici son contenu', pastedHint: 'Un fichier choisi au-dessus passe devant ce texte.', replace: 'Remplacer les chiffres', replaceText: 'Les paramètres réglés sur cette page restent ; les hypothèses de flux viennent du nouveau fichier.',
    example: 'À quoi ressemble ce fichier', exampleText: 'Sans chiffres détaillés du mal-logement, donnez le déficit en un nombre avec « stockDeficit », à la place de « stock ».', exampleEnd: 'Les ménages se donnent pour chaque année, de « baseYear » à « projection ».',
    edit: 'Modifier le scénario', editLead: 'Chaque paramètre rappelle sa valeur par défaut dans Otelo et le fichier dont il dépend.', save: 'Enregistrer', identity: 'Le scénario', assumptions: 'Hypothèses de flux', yes: 'oui', no: 'non',
    horizon: 'Horizon de résorption du déficit', horizonHint: (base: number) => `Année où le déficit de ${base} est résorbé. Par défaut : 2050.`, percentHint: (file: string) => `En %. Source : ${file}.`,
    longTarget: 'Vacance de longue durée visée', secondTarget: 'Part de résidences secondaires visée', targetHint: (now: string, file: string) => `En %. Vide : elle reste à ${now} comme observé. Source de l’observé : ${file}.`,
    restructuring: 'Logements créés par restructuration, par an', disappearance: 'Logements disparus, par an',
    usual: (value: string, files: string) => `Par défaut : ${value}. Source : ${files}.`, noStock: 'Le fichier donne le déficit en un seul nombre : les paramètres des blocs B11 à B15 n’y changent rien. Remplacez les chiffres par un fichier qui a « stock » pour les régler.',
  },
  problems: {
    name: 'Écrivez un nom, de 120 signes au plus.', nameTaken: 'Un autre scénario porte déjà ce nom : choisissez-en un autre.', series: 'Choisissez dans la liste.', source: 'Écrivez une ligne de 300 signes au plus, sans numéro de sécurité sociale.',
    noFile: 'Choisissez le fichier des chiffres, ou collez son contenu.', notJson: 'Ce texte n’est pas du JSON : vérifiez guillemets, virgules et accolades.', otherTerritory: (found: string, code: string) => `Ces chiffres sont ceux d’un autre territoire (${found}) ; on attend ceux de ${code} dans « epciCode ».`,
    badFile: (count: number) => (count === 1 ? 'Un chiffre du fichier est à revoir : voyez le tableau.' : `${count} chiffres du fichier sont à revoir : voyez le tableau.`), badFigures: 'Ces valeurs ne vont pas ensemble : vacance et résidences secondaires doivent laisser des résidences principales.',
    percent: 'Écrivez un pourcentage de 0 à 100, comme 2,5.', year: (base: number) => `Écrivez une année après ${base}, comme 2050.`, tooLarge: 'Ce fichier est trop gros : un territoire tient en moins de 200 Ko.',
    caption: 'Ce qui est à revoir dans le fichier', field: 'Champ', found: 'Trouvé', expected: 'Attendu', more: (count: number) => `et ${count} autres`,
  },
  one: {
    edit: 'Modifier', copy: 'Dupliquer', remove: 'Supprimer', compare: 'Comparer', file: 'Chiffres et paramètres (JSON)',
    result: 'Le besoin', perYear: 'Besoin par an', perYearText: (from: number, to: number) => `en moyenne, de ${from} à ${to}`, total: 'Besoin', totalText: (from: number, to: number) => `de ${from} à ${to}`, flux: 'Flux', fluxText: 'ménages de plus, vacance, résidences secondaires, renouvellement', stock: 'Déficit résorbé (stock)', stockText: (deficit: string, horizon: number) => `sur ${deficit} logements qui manquent, à résorber pour ${horizon}`,
    peak: 'Pic', peakText: 'année où les ménages, avec le déficit déjà résorbé, sont les plus nombreux', surplus: 'Excédent', surplusText: (from: number, to: number) => `logements sans usage, de ${from} à ${to}`,
    decline: (base: number) => `Le nombre de ménages ne fait que baisser après ${base} : aucun logement de plus n’est nécessaire.`,
    missing: 'Besoin non calculable', missingText: 'Un total sans l’une de ses parts se lirait comme un besoin plus petit. Ajoutez au fichier les chiffres de :',
    chart: (name: string) => `Besoin en logements par an et par composante, ${name}`, chartText: 'Colonnes empilées depuis zéro : au-dessus, ce qui demande des logements ; au-dessous, ce qui en rend. Le point est le besoin de l’année.', table: 'Les mêmes chiffres, année par année', year: 'Année', need: 'Besoin', parc: 'Parc', peakMark: (year: number) => `pic ${year}`, sum: 'Jusqu’au pic',
    stockTitle: (year: number) => `Le déficit de ${year}, bloc par bloc (mal-logement)`, stockLead: 'Un ménage peut relever de deux blocs : les recouvrements (Enquête nationale logement 2013) évitent de le compter deux fois. Qui se reloge libère souvent un logement : seule la part qui n’est pas réallouée demande un logement de plus.',
    block: 'Bloc', dwellings: 'Logements', how: 'Calcul', from: 'Fichiers', blockTotal: 'Déficit en tout', oneNumber: (deficit: string) => `Le fichier donne le déficit en un seul nombre, ${deficit} logements, sans ses blocs.`,
    parameters: 'Paramètres', parametersAll: (changed: number) => `Chaque paramètre avec sa valeur par défaut et sa source (${changed === 0 ? 'aucun changé' : changed === 1 ? 'un changé' : `${changed} changés`})`, parameter: 'Paramètre', value: 'Valeur', usual: 'Par défaut', source: 'Source', changed: 'changé',
    figures: 'Chiffres de départ', figuresLink: 'D’où viennent ses chiffres', figure: 'Chiffre', figuresSource: (source: string | null) => (source === null ? 'Le fichier ne dit pas d’où viennent ses chiffres ; la dernière colonne nomme le fichier de l’État que demande la méthode.' : `Source : ${source}. La dernière colonne nomme le fichier de l’État que demande la méthode.`),
    retain: 'Retenir ce scénario', retainText: 'Le scénario retenu est celui sur lequel le territoire s’appuie : il vient en tête de la liste et sert de référence aux comparaisons. Son besoin par an devient public, avec son nom, parmi les indicateurs.', release: 'Ne plus le retenir',
    done: { cree: 'Le scénario est créé. Vous pouvez en régler les paramètres.', copie: 'Le scénario est dupliqué. Changez-en les hypothèses.', modifie: 'Le scénario est enregistré.', retenu: 'Ce scénario est maintenant celui que retient le territoire.', libere: 'Ce scénario n’est plus retenu.' } as Record<string, string>,
  },
  corrections: { caption: 'Corrections du tableur de l’État', name: 'Correction', why: 'Pourquoi', change: 'Effet sur le besoin', noObject: 'sans objet, le déficit est donné en un nombre', reference: 'Aucune n’est appliquée dans ce calcul.' },
  components: { demographic: 'Évolution démographique', deficit: 'Résorption du déficit', secondary: 'Résidences secondaires', shortVacancy: 'Vacance courte', longVacancy: 'Vacance longue', renewal: 'Renouvellement' },
  remove: { title: 'Supprimer un scénario', lead: (name: string) => `« ${name} » sera supprimé, avec ses chiffres et ses paramètres. Cela ne s’annule pas.`, keep: 'Pour le garder, prenez d’abord son fichier : il permet de le recréer.', button: (name: string) => `Supprimer « ${name} »`, back: 'Garder le scénario' },
  comparison: {
    title: 'Comparer des scénarios', lead: 'Les mêmes chiffres, hypothèse par hypothèse. Le premier scénario sert de référence.', choice: 'Scénarios comparés', place: ['Premier (référence)', 'Deuxième', 'Troisième', 'Quatrième'], nobody: 'aucun', show: 'Afficher',
    range: (low: string, high: string) => `Selon le scénario, de ${low} à ${high} logements par an.`, one: (value: string) => `${value} logements par an.`, rangeLess: 'Les scénarios non calculables n’entrent pas dans cet intervalle.',
    bars: 'Besoin en logements par an, par scénario', barsText: 'Barres depuis zéro, en logements par an, en moyenne jusqu’au pic.',
    caption: 'Scénarios côte à côte', line: 'En logements', difference: 'Écart de besoin avec le premier', unlike: 'Paramètres qui diffèrent du premier', same: 'aucun', charts: 'Année par année', sameScale: 'Même échelle pour tous.', legend: 'Composantes',
    csv: 'CSV', xlsx: 'XLSX', print: 'Imprimer', files: 'Emporter', teach: 'Rien à comparer pour l’instant', teachHow: 'Créez au moins un scénario : sa comparaison s’affichera ici.', sheet: 'Comparaison', yearsSheet: 'Année par année', scenario: 'Scénario', mode: 'Calcul', series: 'Séries', source: 'Source des chiffres',
  },
};

/** The scenarios' pages: in French only, which an English page says. */
export const scenarioWords = defineMessages({ fr: words, en: words }).fr;
