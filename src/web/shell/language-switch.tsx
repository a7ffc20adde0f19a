import { useLocation } from 'react-router';
import type { PageLanguage } from '../../platform/i18n/format.ts';
import { existsInGerman, pathIn, usePageLanguage, withoutLanguage } from '../language.ts';
import { ShowAgain, stateForm } from '../simulator/state-form.tsx';
import { useShell } from './shell-context.ts';

const names: Record<PageLanguage, string> = { fr: 'En français', en: 'In English', de: 'Auf Deutsch' };

/** The same page, with the same state, in its other languages. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const { answersForm } = useShell();
  const language = usePageLanguage();
  const path = withoutLanguage(pathname);
  const others = (['fr', 'en', ...(existsInGerman(path) ? ['de' as const] : [])] as const).filter((one) => one !== language);
  return <span className="language-switches">{others.map((other) => <Switch key={other} to={other} address={pathIn(other, path + search)} sent={answersForm && path.startsWith('/simulateur')} />)}</span>;
}

/** The simulator's state stands in its page's form and goes with it; every other page's in its address. */
function Switch({ to, address, sent }: { to: PageLanguage; address: string; sent: boolean }) {
  if (sent) return <ShowAgain form={stateForm} formAction={address} className="button-link language-switch" lang={to}>{names[to]}</ShowAgain>;
  return <a className="language-switch" href={address} hrefLang={to} lang={to}>{names[to]}</a>;
}
