/**
 * A table's parts keep their roles when a phone's style lays them out as blocks (`styles/stack.css`): some browsers
 * forget them then. `<td {...as.cell} data-label="Valeur">`.
 */
export const as = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
