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
    page('recherche', 'search.tsx'),
    page('accessibilite', 'accessibility.tsx'),
    page('mentions-legales', 'legal-notice.tsx'),
    page('donnees-personnelles', 'personal-data.tsx'),
    page('algorithmes', 'algorithms.tsx'),
    page('plan-du-site', 'site-map.tsx'),
    page('*', 'not-found.ts'),
  ];
};

export default [...pages('fr'), ...prefix('en', pages('en'))] satisfies RouteConfig;
