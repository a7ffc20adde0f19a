import type { Dataset } from './dataset.store.ts';

/** The name, producer and licence under which a demonstration's invented figures stand: wherever a source is read, it says so. */
export const inventedSource = { source: 'Ménages inventés pour la démonstration', producer: 'Ancrage, démonstration', licence: 'Chiffres inventés : à ne pas réutiliser' } as const;

export const isInvented = ({ source }: Pick<Dataset, 'source'>): boolean => source === inventedSource.source;
