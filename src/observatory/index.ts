import type { IndicatorProvider } from '../indicators/index.ts';

export const observatoryIndicators: IndicatorProvider = { definitions: [], read: () => Promise.resolve([]) };
