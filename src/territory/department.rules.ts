/** The département of a commune, as its code begins: `57`, `2A`, `974`. */
export const departmentOf = (commune: string): string => commune.slice(0, /^9[78]/.test(commune) ? 3 : 2);

/** The 96 départements of mainland France and Corsica. */
export const mainlandDepartments: readonly string[] = [
  ...Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0')).filter((code) => code !== '20'), '2A', '2B',
];
