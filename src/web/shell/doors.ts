/** The convention's own words for what one can do here. A door opens when it has a page. */
export const doors = [
  {
    id: 'needs',
    pages: [
      { id: 'observatory', path: '/observatoire' },
      { id: 'link', path: '/vivre-ou-l-on-travaille' },
      { id: 'sources', path: '/sources' },
      { id: 'analyses', path: '/analyses' },
      { id: 'openData', path: '/donnees' },
    ],
  },
  {
    id: 'accompany',
    pages: [
      { id: 'simulator', path: '/simulateur' },
      { id: 'rules', path: '/regles' },
      { id: 'welcome', path: '/vivre-et-travailler-ici' },
    ],
  },
  {
    id: 'follow',
    pages: [
      { id: 'convention', path: '/convention' },
      { id: 'committee', path: '/comite' },
    ],
  },
] as const;

/** The pages that a public site must carry. */
export const legalPages = [
  { id: 'accessibility', path: '/accessibilite' },
  { id: 'legalNotice', path: '/mentions-legales' },
  { id: 'personalData', path: '/donnees-personnelles' },
  { id: 'algorithms', path: '/algorithmes' },
  { id: 'siteMap', path: '/plan-du-site' },
] as const;
