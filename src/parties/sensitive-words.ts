/** What the GDPR sets apart (articles 9 and 10), and a note of a housing file does without. */
export const sensitiveSubjects = ['health', 'religion', 'union', 'origin', 'sexualLife', 'offence'] as const;
export type SensitiveSubject = (typeof sensitiveSubjects)[number];

/**
 * Words that speak of it, as `plainName` writes them (no capitals, no accents, a space for each apostrophe or hyphen);
 * `*` stands for any ending. A list to warn by, not to judge by: what it misses stays the writer's duty.
 */
export const sensitiveWords: Record<SensitiveSubject, readonly string[]> = {
  health: [
    'malade', 'malades', 'maladie*', 'cancer*', 'tumeur*', 'chimiotherapie*', 'depression', 'depressions', 'depressif*', 'depressive*', 'bipolaire*', 'schizophren*', 'psychiatr*', 'psychotherap*', 'psychotique*', 'suicid*', 'burn out',
    'diabet*', 'epilep*', 'asthm*', 'vih', 'sida', 'seropositi*', 'hepatite*', 'sclerose*', 'autis*', 'alzheimer', 'parkinson', 'handicap*', 'invalidite', 'aah', 'mdph', 'ald', 'rqth', 'hospitalis*', 'chirurgi*', 'operation du',
    'diagnosti* medica*', 'traitement medic*', 'medicament*', 'sous traitement', 'arret maladie', 'conge maladie', 'accident du travail', 'grossesse*', 'enceinte', 'fausse couche', 'avortement*', 'ivg', 'alcooli*', 'toxicoman*', 'drogue*', 'addiction*', 'addict',
    'cure de desintoxication', 'sante mentale', 'probleme* de sante', 'etat de sante', 'trouble* psy*', 'trouble* mental*', 'trouble* du comportement',
  ],
  religion: [
    'religi*', 'musulman*', 'islam*', 'catholique*', 'chretien*', 'protestant*', 'evangelique*', 'orthodoxe*', 'juif', 'juifs', 'juive', 'juives', 'judaisme', 'bouddhis*', 'hindou*', 'temoin* de jehovah', 'athee', 'athees', 'croyant', 'croyante', 'croyants',
    'pratiquant', 'pratiquante', 'ramadan', 'voile islamique', 'porte le voile', 'halal', 'casher', 'mosquee*', 'synagogue*', 'a l eglise', 'priere*', 'imam', 'rabbin',
  ],
  union: [
    'syndique', 'syndiquee', 'syndiques', 'syndicalis*', 'syndicaliste*', 'delegue* syndical*', 'representant* syndical*', 'son syndicat', 'cgt', 'cfdt', 'cftc', 'cfe cgc', 'force ouvriere', 'unsa', 'sud solidaires', 'greviste*', 'adherent* a un syndicat',
    'parti politique', 'opinion* politique*', 'militant*',
  ],
  origin: [
    'origine ethnique', 'origine etrangere', 'origines etrangeres', 'd origine africaine', 'd origine algerienne', 'd origine marocaine', 'd origine tunisienne', 'd origine turque', 'd origine maghrebine', 'd origine roumaine', 'origine* africaine*', 'origine* maghrebine*', 'ethni*',
    'race', 'raciale', 'racial', 'couleur de peau', 'maghrebin*', 'arabe', 'arabes', 'tzigane*', 'tsigane*', 'rom', 'roms', 'gitan*', 'gens du voyage', 'immigre', 'immigree', 'immigres', 'sans papiers', 'noir de peau', 'noire de peau',
  ],
  sexualLife: [
    'homosexuel*', 'heterosexuel*', 'bisexuel*', 'lesbienne*', 'gay', 'gays', 'lgbt*', 'transgenre*', 'transsexuel*', 'orientation sexuelle', 'vie sexuelle', 'prostitu*', 'changement de sexe', 'sexualite',
  ],
  offence: [
    'condamne pour', 'condamnee pour', 'condamnation*', 'casier judiciaire', 'garde a vue', 'en prison', 'sorti* de prison', 'incarcer*', 'detention', 'detenu', 'detenue', 'delinquan*', 'infraction penale', 'delit', 'delits', 'crime', 'crimes', 'criminel*', 'bracelet electronique',
    'controle judiciaire', 'sursis', 'recidiv*', 'vol a l etalage', 'trafic de', 'violences conjugales', 'auteur de violence*', 'plainte contre', 'poursuivi* pour', 'mis en examen', 'mise en examen', 'spip', 'liberation conditionnelle',
  ],
};

/** The same words where they say nothing of anybody: an address, a trade, a thing. They are struck out before the search. */
export const harmless: readonly string[] = [
  // A street, a place, a building named after it; the words that follow its kind are its name.
  '(?:rue|avenue|av|bd|boulevard|place|impasse|allee|chemin|quai|route|square|residence|quartier) (?:de la |de l |des |du |de |d )?(?:vieille |ancienne |grande |petite )?\\p{L}+',
  'centre hospitalier', 'hopital', 'agent* hospitalier*', 'assurance maladie', 'caisse primaire d assurance maladie', 'carte vitale', 'accident de la circulation', 'diagnostic* (?:de performance energetique|technique*|immobilier*|amiante|plomb)',
  'syndicat (?:de copropriete|des coproprietaires|mixte|intercommunal)', 'syndicat d initiative', 'acces handicap\\p{L}*', 'normes? handicap\\p{L}*', 'depression (?:atmospherique|de l air)',
  'operation du programme', 'operation du plh', 'race de (?:chien|chat)s?', 'crime de lese majeste', 'lettre en recommande', 'sursis a statuer', 'condamnation* (?:de la porte|d une fenetre|de l acces)', 'travaux noirs?',
];
