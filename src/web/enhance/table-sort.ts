const names = new Intl.Collator('fr');
const last: Record<string, number> = { number: 0, category: 0, interval: 1, secret: 2, missing: 3 };

/** Sorts the table of communes where it stands, and keeps the address in step so that the view can be sent. */
export function enhanceTableSort(page: Document): void {
  for (const table of page.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    for (const link of table.querySelectorAll<HTMLAnchorElement>('a.sort')) {
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const head = link.closest('th');
        const key = link.dataset['sort'] ?? '';
        const now = head?.getAttribute('aria-sort');
        const ascending = now ? now === 'descending' : key === 'commune';
        sort(table, key, ascending);
        for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
        head?.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
        page.defaultView?.history.replaceState(null, '', address(page.location.href, key, ascending));
      });
    }
  }
}

const nameOf = (row: HTMLTableRowElement): string => row.dataset['name'] ?? '';

function sort(table: HTMLTableElement, key: string, ascending: boolean): void {
  const body = table.tBodies[0];
  if (!body) return;
  const rows = [...body.querySelectorAll<HTMLTableRowElement>('tr:not([data-fixed])')];
  const turn = ascending ? 1 : -1;
  rows.sort((a, b) => {
    if (key === 'commune') return turn * names.compare(nameOf(a), nameOf(b));
    const apart = (last[a.dataset['kind'] ?? ''] ?? 4) - (last[b.dataset['kind'] ?? ''] ?? 4);
    return apart || turn * compareValues(a, b) || names.compare(nameOf(a), nameOf(b));
  });
  body.append(...rows);
}

function compareValues(a: HTMLTableRowElement, b: HTMLTableRowElement): number {
  const [one, other] = [a.dataset['value'] ?? '', b.dataset['value'] ?? ''];
  // Categories that have an order: the strongest highest.
  if (a.dataset['strength'] !== undefined) return Number(a.dataset['strength']) - Number(b.dataset['strength']);
  return a.dataset['kind'] === 'category' ? names.compare(one, other) : Number(one) - Number(other);
}

function address(href: string, key: string, ascending: boolean): string {
  const url = new URL(href);
  const order = ascending ? 'asc' : 'desc';
  if (key === 'valeur') url.searchParams.delete('tri');
  else url.searchParams.set('tri', key);
  if (order === (key === 'valeur' ? 'desc' : 'asc')) url.searchParams.delete('ordre');
  else url.searchParams.set('ordre', order);
  return url.href;
}
