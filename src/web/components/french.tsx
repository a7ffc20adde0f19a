import type { ReactNode } from 'react';
import { useLanguage } from '../language.ts';

/** Content that exists in French only: an English page says so to screen readers. */
export function French({ children }: { children: ReactNode }) {
  return <span lang={useLanguage() === 'fr' ? undefined : 'fr'}>{children}</span>;
}
