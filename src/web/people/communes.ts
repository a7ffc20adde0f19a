import type { App } from '../../composition.ts';

/** The territory's communes in the order of their names, for a list of choices; one from elsewhere keeps its code. */
export function communeOptions({ territory }: Pick<App, 'territory'>, present?: string | null): { value: string; label: string }[] {
  const here = [...territory.communes.values()].map(({ code, name }) => ({ value: code, label: name })).toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
  return present && !territory.communes.has(present) ? [...here, { value: present, label: present }] : here;
}

/** A commune's name where the territory knows it, else its code. */
export const communeName = ({ territory }: Pick<App, 'territory'>, code: string | null): string | null => (code === null ? null : (territory.communes.get(code)?.name ?? code));
