import { z } from 'zod';
import { carriesNir } from './nir.rules.ts';

/** One line of text that somebody typed and that stays: not empty, without control characters nor a social-security number. */
export const oneLine = (longest: number) => z.string().trim().min(1).max(longest).regex(/^\P{Cc}*$/u).refine((text) => !carriesNir(text));
