/**
 * The census's files of commuting. The detailed one counts who was asked and crosses persons at work with their household; the base of flows covers
 * more and does not. Figures of commuting take the newest vintage, the first of them where two are as new; the population takes the first that is
 * loaded, for what only it crosses.
 */
export const flowSources = ['mobpro', 'flow-base'] as const;
export type FlowSource = (typeof flowSources)[number];
