import { z } from 'zod';
import type { Dimension } from 'statistical-secrecy';

const parents = z.record(z.string(), z.string());
const dimension = z.object({ name: z.string().min(1), total: z.string().min(1), parents: z.union([parents, z.array(parents)]).optional() });
const row = z.object({
  at: z.record(z.string(), z.string()), value: z.number().optional(), status: z.enum(['secret', 'missing']).optional(), contributors: z.number().int().optional(), largest: z.number().optional(), low: z.number().optional(), high: z.number().optional(),
});

/** A table to protect once and publish. Its counts are read here and stored nowhere. */
export const newCube = z.object({
  /** Which dataset it is of: one a day. */
  id: z.string().regex(/^[a-z][a-z0-9.-]{0,80}$/),
  title: z.string().trim().min(1).max(200),
  dimensions: z.array(dimension).min(1).max(6),
  rows: z.array(row).min(1).max(20_000),
  /** Households and persons: at least 11 of them. Firms: at least 3, and none above 85 % of the value. */
  rule: z.enum(['persons', 'firms']),
  demonstration: z.boolean().default(false),
});

export type NewCube = z.infer<typeof newCube>;

/** What everybody may read of one cell; which is hidden for itself and which for another is not said. */
export interface CubeRow { at: Readonly<Record<string, string>>; status: 'shown' | 'secret' | 'missing'; value?: number }

export interface PublishedCube {
  id: string;
  day: string;
  title: string;
  dimensions: readonly Dimension[];
  rows: readonly CubeRow[];
  rule: NewCube['rule'];
  demonstration: boolean;
}

