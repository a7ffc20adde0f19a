import { defineMessages } from '../../platform/i18n/catalogue.ts';

export const shellMessages = defineMessages({
  fr: {
    frenchOnly: 'Cette partie n’existe qu’en français.',
    skipToContent: 'Aller au contenu',
    home: 'Accueil',
    navigation: 'Navigation principale',
    menu: 'Menu',
    doors: { needs: 'Comprendre les besoins', accompany: 'Être accompagné', follow: 'Suivre la convention' },
    pages: { observatory: 'Observatoire', link: 'Vivre où l’on travaille', sources: 'Sources', analyses: 'Analyses', openData: 'Données ouvertes', simulator: 'Mes aides', rules: 'Les règles', welcome: 'Vivre et travailler ici', convention: 'Convention', committee: 'Comité' },
    search: {
      label: 'Chercher une commune, un indicateur, une page',
      placeholder: 'Commune, indicateur…',
      button: 'Chercher',
    },
    breadcrumbs: 'Vous êtes ici',
    footer: {
      label: 'Informations légales',
      purpose: (territory: string) => `Les engagements pour le logement des salariés, les chiffres qui les éclairent et leur suivi. ${territory}.`,
      accessibility: 'Accessibilité : non conforme (audit non réalisé)',
      legalNotice: 'Mentions légales',
      personalData: 'Données personnelles',
      algorithms: 'Transparence des algorithmes',
      siteMap: 'Plan du site',
      sources: 'Sources des chiffres',
      version: (version: string) => `Ancrage ${version}, logiciel libre (licence MIT)`,
    },
    errors: {
      notFound: {
        title: 'Cette page n’existe pas',
        text: 'L’adresse a peut-être changé, ou elle contient une faute de frappe. Cherchez ci-dessous ce que vous vouliez lire, ou repartez d’une de ces pages.',
        suggestions: 'Vouliez-vous dire…',
      },
      outside: {
        title: 'Cette commune n’est pas dans ce territoire',
        text: (territory: string) => `Ce site décrit les communes du territoire «\u00a0${territory}\u00a0». La commune demandée existe, mais elle n’en fait pas partie.`,
        list: 'Voir la liste des communes du territoire',
      },
      refused: {
        title: 'Cette demande ne peut pas aboutir',
        text: 'Revenez à la page précédente, ou repartez d’une de ces pages.',
      },
      broken: {
        title: 'La page n’a pas pu être préparée',
        text: 'Vos chiffres sont intacts. Rechargez la page dans un instant. Si cela se répète, donnez ce numéro à la personne qui tient le site : il permet de retrouver ce qui s’est passé.',
        number: 'Numéro de la demande',
      },
    },
  },
  en: {
    frenchOnly: 'This part exists in French only.',
    skipToContent: 'Skip to content',
    home: 'Home',
    navigation: 'Main navigation',
    menu: 'Menu',
    doors: { needs: 'Understand the needs', accompany: 'Be accompanied', follow: 'Follow the agreement' },
    pages: { observatory: 'Observatory', link: 'Live where you work', sources: 'Sources', analyses: 'Analyses', openData: 'Open data', simulator: 'My entitlements', rules: 'The rules', welcome: 'Live and work here', convention: 'Agreement', committee: 'Committee' },
    search: {
      label: 'Search for a commune, an indicator, a page',
      placeholder: 'Commune, indicator…',
      button: 'Search',
    },
    breadcrumbs: 'You are here',
    footer: {
      label: 'Legal information',
      purpose: (territory) => `The commitments on housing for employees, the figures behind them, and how they are followed. ${territory}.`,
      accessibility: 'Accessibility: not compliant (not audited)',
      legalNotice: 'Legal notice',
      personalData: 'Personal data',
      algorithms: 'Algorithmic transparency',
      siteMap: 'Site map',
      sources: 'Sources of the figures',
      version: (version) => `Ancrage ${version}, free software (MIT licence)`,
    },
    errors: {
      notFound: {
        title: 'This page does not exist',
        text: 'The address may have changed, or may contain a typing mistake. Search for what you wanted to read, or start again from one of these pages.',
        suggestions: 'Did you mean…',
      },
      outside: {
        title: 'This commune is not in this territory',
        text: (territory) => `This site describes the communes of ${territory}. The commune asked for exists, but is not one of them.`,
        list: 'See the list of the territory’s communes',
      },
      refused: {
        title: 'This request cannot be met',
        text: 'Go back to the previous page, or start again from one of these pages.',
      },
      broken: {
        title: 'The page could not be prepared',
        text: 'Your figures are intact. Reload the page in a moment. If it happens again, give this number to the person who runs the site: it lets them find what happened.',
        number: 'Request number',
      },
    },
  },
});
