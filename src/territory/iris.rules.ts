import { z } from 'zod';

/** An IRIS (a quarter of some 2,000 people, INSEE): its commune's code, then four digits; `0000` for a commune that is not divided. */
export const irisCode = z.string().regex(/^(\d{2}|2[AB])\d{7}$/);

/** The commune's code with which an IRIS begins: that of the year of its file. */
export const communeCodeOfIris = (iris: string): string => iris.slice(0, 5);
