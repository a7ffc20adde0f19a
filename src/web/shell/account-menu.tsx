import { useLocation } from 'react-router';
import { French } from '../components/french.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { spaceMessages } from '../messages/space.ts';
import { useShell } from './shell-context.ts';

/** Signing in, or who one is here and as whom one acts. */
export function AccountMenu() {
  const { signedIn } = useShell();
  const { pathname } = useLocation();
  const words = useWords(spaceMessages).header;
  const { signOut } = useWords(identityMessages);
  const language = useLanguage();
  if (!signedIn) return <a className="account-entry" href={pathIn(language, '/connexion')} aria-current={pathname === pathIn(language, '/connexion') ? 'page' : undefined}>{words.signIn}</a>;
  return (
    <nav className="account-menu" aria-label={words.label}>
      <ul>
        {signedIn.role && <li><a href={pathIn(language, '/espace')}>{words.space}</a></li>}
        <li><a href={pathIn(language, '/compte')}>{words.account}</a></li>
        <li><form method="post" action={pathIn(language, '/deconnexion')}><button type="submit" className="button-link">{signOut}</button></form></li>
      </ul>
      <p className="account-standing">
        {signedIn.role && <French>{signedIn.organisation ?? signedIn.role}</French>}
        {signedIn.several && <> <a href={pathIn(language, '/espace/choix')}>{words.change}</a></>}
      </p>
    </nav>
  );
}
