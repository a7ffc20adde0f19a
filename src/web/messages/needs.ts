import type { GroupId } from '../../needs/index.ts';
import { defineMessages } from '../../platform/i18n/catalogue.ts';

const words = {
  title: 'Besoins des salariés',
  lead: 'Qui, parmi les ménages qui travaillent ici, entre sous les plafonds du logement social, et ce que le loyer de sa commune prendrait de son revenu.',
  synthetic: 'Ces chiffres viennent d’une population de synthèse : des ménages inventés, calés sur les totaux des fichiers chargés. Aucun n’est un ménage réel. Un chiffre qu’une source ne fixe pas est donné entre deux bornes.',
  demonstration: 'Les totaux sur lesquels ces ménages sont calés sont inventés, pour montrer cette page : aucun de ces chiffres ne décrit le territoire. Ils s’effacent dès que vous importez de vrais fichiers.',
  how: 'D’où viennent ces chiffres',
  empty: {
    title: 'Les besoins des salariés s’afficheront ici', text: 'Il faut d’abord les totaux du territoire : sans eux, aucun chiffre n’est montré. Importez les fichiers qui manquent.',
    nobody: 'Les fichiers importés ne disent pas combien de personnes travaillent dans chaque ménage.', command: 'Dans un terminal, tapez', file: 'FICHIER', sources: 'Voir toutes les sources',
    wanted: 'Fichiers à importer', what: 'Vous verrez alors combien de ménages au travail entrent sous chaque plafond, commune par commune, leur taux d’effort, et ce qui reste non calculable.',
  },
  pending: { title: 'Le calcul est en cours', text: 'La population se prépare : cela prend quelques secondes, la première fois. Cette page s’actualise seule ; vous pouvez aussi la quitter et y revenir.', again: 'Actualiser la page' },
  trial: {
    title: 'Et si les plafonds changeaient ?', hint: 'En pour cent, de −50 à 100. Zéro garde le plafond du jour.', day: 'Règles du', ceiling: (id: string) => `Plafonds ${id}`, target: 'Détail par commune de', button: 'Calculer', back: 'Revenir aux plafonds du jour',
    moved: (list: string) => `Hypothèse : ${list}. Entre parenthèses, l’écart avec les plafonds du jour.`, wrong: 'Donnez un nombre de −50 à 100.', wrongDay: 'Donnez une date, par exemple 2026-11-24.', one: (id: string, percent: string) => `plafonds ${id} ${percent}`,
  },
  whole: { title: 'Les ménages', households: 'Ménages du territoire', atWork: 'dont une personne au travail', employees: 'Salariés qui y vivent' },
  range: { low: 'Au moins', central: 'Centre', high: 'Au plus', between: 'Entre', share: 'Part des ménages au travail', about: 'environ' },
  ceilings: {
    title: 'Sous les plafonds de ressources', lead: (day: string) => `Ménages au travail dont le revenu ouvre chaque sorte de logement, aux plafonds du ${day}.`, caption: 'Ménages au travail sous chaque plafond',
    ceiling: 'Plafond', names: { PLAI: 'Logement très social (PLAI)', PLUS: 'Logement social (PLUS)', PLS: 'Logement social intermédiaire (PLS)', PLI: 'Logement intermédiaire (PLI)' },
    unknown: 'Non calculable : aucune source lue ne donne ce plafond à cette date.', rule: 'Lire la règle',
  },
  communes: { title: (what: string) => `Par commune : ${what}`, caption: (what: string) => `${what}, par commune`, commune: 'Commune', atWork: 'Ménages au travail', found: 'Entrent sous le plafond', foundAid: 'Peuvent y avoir droit', effort: 'Effort de plus de 33 %' },
  groups: {
    title: 'Par groupe', caption: (what: string) => `Ménages au travail de chaque groupe ; ${what}`, group: 'Groupe', size: 'Ménages',
    names: { under30: 'Moins de 30 ans', inDifficulty: 'En difficulté', privateTenant: 'Locataires du parc privé', socialTenant: 'Locataires du parc social', owner: 'Propriétaires', free: 'Logés gratuitement' } satisfies Record<GroupId, string>,
    notes: 'Moins de 30 ans : sûr de 15 à 24 ans, possible de 25 à 54. En difficulté : le loyer d’annonce de la commune dépasserait un tiers du revenu.',
  },
  effort: {
    title: 'Ce que le loyer prendrait du revenu', caption: 'Ménages au travail dont le taux d’effort dépasserait le seuil', over: (share: string) => `Plus de ${share} du revenu`, threshold: 'Seuil', share: 'Part des ménages',
    lead: 'Si chaque ménage au travail louait aujourd’hui dans sa commune, au loyer des annonces, charges comprises.',
    residual: 'Reste à vivre médian, par mois et par unité de consommation', unknown: (count: string) => `Sans revenu ou sans loyer connu, ${count} ménages ne sont pas comptés.`,
    unbounded: 'Les bornes des loyers ne sont pas chargées : seul le centre de l’estimation est connu.',
    surfaces: (list: string) => `Surfaces supposées : ${list}. Ce sont celles des logements types de la carte des loyers.`, surface: (persons: string, surface: string) => `${surface} m² pour ${persons}`,
    persons: { one: 'une personne', upTo: (count: string) => `${count} personnes au plus`, more: 'les plus grands' },
    allowance: 'L’aide au logement n’est pas déduite : les ressources que retient la CAF ne sont dans aucune source chargée.',
  },
  aids: {
    title: 'Aides', lead: 'Les fichiers chargés ne disent ni le contrat, ni le salaire, ni l’employeur : une aide reste à préciser pour tout ménage que rien n’exclut. Le milieu de l’intervalle n’est pas calculable.', aid: 'Aide', atMost: 'Ménages au travail', caption: 'Ménages au travail qui peuvent avoir droit à chaque aide',
    closed: 'Fermée à cette date, ou exclue pour tous', unknown: 'Non calculable : aucune source lue ne dit si elle est ouverte à cette date.', missing: 'Ce qui manque pour trancher',
  },
  uncountable: { title: 'Non calculable, ou seulement estimé', caption: 'Ce qu’aucun fichier chargé ne donne exactement', what: 'Ce qui manque', file: 'Fichier qui le donnerait' },
  method: {
    title: 'Sources, calage et hypothèses', sources: 'Jeux de données', population: 'Population', rents: 'Loyers', zones: 'Zones', none: 'aucun', fit: 'Calage de la population', margin: 'Total visé', target: 'Source', fitted: 'Population', error: 'Écart, en somme des zones', assumptions: 'Hypothèses', seed: (seed: string) => `Graine du tirage : ${seed}. La même graine redonne la même population.`,
    stated: {
      year: 'Le revenu déclaré d’une seule année tient lieu de revenu fiscal de référence pour toutes les années que les règles comparent.',
      tax: (share: string) => `Le revenu fiscal de référence est pris entre ${share} du revenu déclaré (10 % déduits de tout) et sa totalité.`,
      steps: (step: string) => `Les revenus sont groupés par tranches de ${step} ; une tranche qu’un plafond coupe compte entre les deux bornes.`,
      disability: 'Aucun ménage n’est supposé compter une personne en situation de handicap.',
      young: 'Un couple sans enfant peut être un jeune ménage (55 ans à deux au plus) tant que son âge ne l’exclut pas.',
      adult: 'Un ménage de 15 à 24 ans est supposé majeur.',
    },
  },
};

/** The page of employees' needs: in French only, which an English page says. */
export const needsWords = defineMessages({ fr: words, en: words }).fr;
