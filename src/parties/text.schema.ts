import { z } from 'zod';
import { communeCode } from '../territory/index.ts';
import { carriesNir } from '../platform/nir.rules.ts';
import { isSiren, isSiret } from './siren.rules.ts';

/**
 * What people type, made clean: one Unicode form, no control characters, no space around. Messages are codes; each door
 * says them in its language.
 */
const clean = (text: string): string => text.normalize('NFC').replaceAll(/[^\P{C}\n\t]/gu, '').trim();
const typed = z.string({ error: 'required' }).max(20_000, 'tooLong').transform(clean);
const oneLine = typed.transform((text) => text.replaceAll(/\s+/gu, ' '));
const withoutNir = (text: string): boolean => !carriesNir(text);

/** A line that must be filled. */
export const line = (longest: number) => oneLine.pipe(z.string().min(1, 'required').max(longest, 'tooLong').refine(withoutNir, 'nir'));

const orNull = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z.string({ error: 'text' }).nullish().transform((text) => (text?.trim() ? text : null)).pipe(schema.nullable());

/** A line that may be left empty: null then. */
export const maybeLine = (longest: number) => orNull(line(longest));

/** Several lines. */
export const paragraph = (longest: number) => typed.pipe(z.string().min(1, 'required').max(longest, 'tooLong'));

export const email = oneLine.transform((text) => text.toLowerCase()).pipe(z.email('email').max(254, 'tooLong'));
export const maybeEmail = orNull(email);

/** As it is dialled or written: digits, spaces, dots, dashes, brackets, a leading +. */
export const maybePhone = orNull(oneLine.pipe(z.string().max(30, 'phone').regex(/^\+?[\d\s.()-]{6,}$/, 'phone').refine(withoutNir, 'nir')));

export const day = z.string({ error: 'required' }).trim().min(1, 'required').pipe(z.iso.date('date').refine((text) => text >= '1900-01-01' && text <= '2200-12-31', 'date'));
export const maybeDay = orNull(day);

const digits = oneLine.transform((text) => text.replaceAll(/[\s.]/gu, ''));
export const siren = digits.pipe(z.string().min(1, 'required').refine(isSiren, 'siren'));
export const maybeSiren = orNull(siren);
export const siret = digits.pipe(z.string().min(1, 'required').refine(isSiret, 'siret'));

export const maybeCommune = orNull(z.string().trim().refine((code) => communeCode.safeParse(code).success, 'commune'));

export const uuid = z.uuid('unknown');
/** A ticked box. */
export const ticked = z.union([z.boolean(), z.enum(['oui', 'on'])]).optional().transform((value) => value === true || value === 'oui' || value === 'on');
