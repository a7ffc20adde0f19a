import type { Crumb } from '../shell/page.tsx';
import { organisationWords } from '../messages/organisations.ts';

/** What stands above a page of an organisation. */
export const organisationCrumbs = ({ id, name }: { id: string; name: string }): Crumb[] => [
  { label: 'Mon espace', path: '/espace' }, { label: organisationWords.list.title, path: '/espace/organisations' }, { label: name, path: `/espace/organisations/${id}` },
];
