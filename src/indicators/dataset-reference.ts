import type { DatasetReference } from './indicator.schema.ts';

/** What is printed of a dataset under its figures, without all that the house further knows of it. */
export const referenceTo = ({ id, source, vintage, title, producer, licence }: DatasetReference): DatasetReference => ({ id, source, vintage, title, producer, licence });
