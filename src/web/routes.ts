import { index, prefix, route, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes';

/** Every page once; the same list serves French at the root and English under `/en`. */
const pages = (language: 'fr' | 'en'): RouteConfigEntry[] => {
  const page = (path: string, name: string): RouteConfigEntry => route(path, `routes/${name}`, { id: `${language}/${path}` });
  return [
    index('routes/home.tsx', { id: `${language}/` }),
    page('observatoire', 'observatory.tsx'),
    page('observatoire.csv', 'observatory-csv.ts'),
    page('observatoire.xlsx', 'observatory-xlsx.ts'),
    page('observatoire/communes/:code', 'commune.tsx'),
    page('observatoire/indicateurs/:id', 'indicator.tsx'),
    page('sources', 'sources.tsx'),
    page('convention', 'convention.tsx'),
    page('comite', 'committee.tsx'),
    page('comite.pdf', 'committee-file.ts'),
    page('comite.pptx', 'committee-file.ts'),
    page('comite.xlsx', 'committee-file.ts'),
    page('simulateur', 'simulator.tsx'),
    page('simulateur/resultat.pdf', 'simulator-pdf.ts'),
    page('regles', 'rules.tsx'),
    page('regles/:id', 'rule.tsx'),
    page('recherche', 'search.tsx'),
    page('accessibilite', 'accessibility.tsx'),
    page('mentions-legales', 'legal-notice.tsx'),
    page('donnees-personnelles', 'personal-data.tsx'),
    page('algorithmes', 'algorithms.tsx'),
    page('plan-du-site', 'site-map.tsx'),
    page('connexion', 'sign-in.tsx'),
    page('connexion/code', 'sign-in-code.tsx'),
    page('connexion/double-facteur', 'sign-in-enrolment.tsx'),
    page('connexion/lien', 'sign-in-link-sent.tsx'),
    page('connexion/lien/:token', 'sign-in-link.tsx'),
    page('deconnexion', 'sign-out.ts'),
    page('mot-de-passe-oublie', 'password-forgotten.tsx'),
    page('nouveau-mot-de-passe/:token', 'new-password.tsx'),
    page('invitation/:token', 'invitation.tsx'),
    page('compte', 'account.tsx'),
    page('espace', 'space.tsx'),
    page('espace/choix', 'space-choice.tsx'),
    page('espace/membres/:id/double-facteur', 'space-reset-second-factor.tsx'),
    page('espace/membres/:id/compte', 'space-member-account.tsx'),
    page('espace/journal', 'journal.tsx'),
    page('espace/registre', 'register.tsx'),
    page('espace/comptes-annuels', 'yearly-counts.tsx'),
    page('espace/droits', 'who-sees.tsx'),
    page('espace/demandes-rgpd', 'privacy-requests.tsx'),
    page('espace/demandes-rgpd/:id', 'privacy-request.tsx'),
    page('espace/demandes-rgpd/:id/copie', 'privacy-request-copy.ts'),
    page('mon-parcours/acces', 'own-access.tsx'),
    page('mon-parcours/mes-donnees', 'own-data.tsx'),
    page('mon-parcours/mes-donnees/copie', 'own-data-copy.ts'),
    page('espace/personnes', 'persons.tsx'),
    page('espace/personnes/nouvelle', 'person-new.tsx'),
    page('espace/personnes/:id', 'person.tsx'),
    page('espace/personnes/:id/modifier', 'person-edit.tsx'),
    page('espace/organisations', 'organisations.tsx'),
    page('espace/organisations/nouvelle', 'organisation-new.tsx'),
    page('espace/organisations/:id', 'organisation.tsx'),
    page('espace/organisations/:id/etablissements/nouveau', 'establishment-new.tsx'),
    page('espace/organisations/:id/etablissements/:establishment', 'establishment.tsx'),
    page('espace/organisations/:id/interlocuteurs/:contact', 'contact.tsx'),
    page('espace/organisations/:id/acces/:membership', 'member-end.tsx'),
    page('besoins/scenarios', 'scenarios.tsx'),
    page('besoins/scenarios/nouveau', 'scenario-new.tsx'),
    page('besoins/scenarios/comparaison', 'scenario-comparison.tsx'),
    page('besoins/scenarios/comparaison.csv', 'scenario-comparison-file.ts'),
    page('besoins/scenarios/comparaison.xlsx', 'scenario-comparison-file.ts'),
    page('besoins/scenarios/:id', 'scenario.tsx'),
    page('besoins/scenarios/:id/modifier', 'scenario-edit.tsx'),
    page('besoins/scenarios/:id/supprimer', 'scenario-remove.tsx'),
    page('besoins/scenarios/:id/chiffres.json', 'scenario-file.ts'),
    page('demo/courrier', 'demo-mail.tsx'),
    page('*', 'not-found.ts'),
  ];
};

/** The pages that have German text. */
const inGerman = prefix('de', ['simulateur', 'simulateur/resultat.pdf', 'regles', 'regles/:id'].map((path) => {
  const page = pages('fr').find((one) => one.path === path);
  if (!page) throw new Error(`no page ${path}`);
  return { ...page, id: `de/${path}` };
}));

export default [route('.well-known/security.txt', 'routes/security-txt.ts'), ...pages('fr'), ...prefix('en', pages('en')), ...inGerman] satisfies RouteConfig;
