import type { IndicatorDefinition } from '../../indicators/index.ts';
import type { SourceDescription } from '../../observatory/index.ts';
import type { Language } from '../../platform/i18n/format.ts';
import { keywordsOf, pageKeywords } from './keywords.ts';
import { matching } from './near.rules.ts';

/** What can be found: the territory's communes, the indicators, the site's pages, the known sources. */
export interface Searched {
  communes: readonly { code: string; name: string; postalCodes: readonly string[] }[];
  indicators: readonly Pick<IndicatorDefinition, 'id' | 'theme' | 'label' | 'definition'>[];
  themes: Record<IndicatorDefinition['theme'], string>;
  pages: readonly { id: string; label: string; path: string }[];
  sources: readonly Pick<SourceDescription, 'id' | 'title' | 'producer'>[];
}

export interface Found<Everything extends Searched> {
  communes: Everything['communes'][number][];
  indicators: Everything['indicators'][number][];
  pages: Everything['pages'][number][];
  sources: Everything['sources'][number][];
}

export function searchIn<Everything extends Searched>(asked: string, all: Everything, language: Language): Found<Everything> {
  const { communes, indicators, pages, sources } = all;
  return {
    communes: matching<Everything['communes'][number]>(asked, communes, ({ name, code, postalCodes }) => [name, `${code} ${postalCodes.join(' ')}`]),
    indicators: matching<Everything['indicators'][number]>(asked, indicators, ({ id, theme, label, definition }) =>
      [label[language], `${label.fr} ${keywordsOf(id)}`, all.themes[theme], `${definition[language]} ${definition.fr}`]),
    pages: matching<Everything['pages'][number]>(asked, pages, ({ id, label }) => [label, pageKeywords[id] ?? '']),
    sources: matching<Everything['sources'][number]>(asked, sources, ({ id, title, producer }) => [title, `${id} ${producer}`]),
  };
}
