/** How often a household of one block also stands in another (ENL 2013), as fractions; `r43`: of B14 in B13. */
export interface OverlapRatios {
  r25: number;
  r35: number;
  r43: number;
  r45: number;
}

interface RegionRatios {
  r25: number;
  r45: number;
  /** Effort threshold under 35 %, then 35 % and above. */
  r35: readonly [number, number];
  r43: readonly [number, number];
}

const ileDeFrance: RegionRatios = { r25: 0.1729, r35: [0.077, 0.0753], r43: [0.0257, 0.017], r45: 0.1001 };
const elsewhere: RegionRatios = { r25: 0.0025, r35: [0.0101, 0.0142], r43: [0.0521, 0.0441], r45: 0.0116 };

/**
 * @param region INSEE code of the region; 11 is Île-de-France
 * @param threshold the net effort rate above which a household counts, a fraction
 */
export function overlapRatios(region: string, threshold: number): OverlapRatios {
  const { r25, r35, r43, r45 } = region === '11' ? ileDeFrance : elsewhere;
  const at = threshold < 0.35 ? 0 : 1;
  return { r25, r35: r35[at], r43: r43[at], r45 };
}
