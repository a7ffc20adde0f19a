import type { DatasetReference } from '../../indicators/index.ts';
import { formatPeriod, semicolonIn } from '../../platform/i18n/format.ts';
import { useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { French } from './french.tsx';

/** Producer, title and vintage of what a figure comes from. */
export function SourceLine({ datasets }: { datasets: readonly DatasetReference[] }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  return (
    <>
      {datasets.map((dataset, at) => (
        <span key={dataset.id}>
          {at > 0 && semicolonIn(language)}
          <French>{dataset.producer}, {dataset.title}</French>, {words.vintage(formatPeriod(dataset.vintage, language))}
        </span>
      ))}
    </>
  );
}

export { datasetsOf } from './datasets.ts';
