import { formatCount } from '../../platform/i18n/format.ts';
import type { Problem } from '../form.ts';
import { useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { Field } from './form.tsx';

interface AccountSecretsProps {
  path: string;
  account: { email: string; hasPassword: boolean; hasSecondFactor: boolean };
  codesLeft: number;
  problems: readonly Problem[] | undefined;
}

/** Password and second factor of one's own account. */
export function AccountSecrets({ path, account, codesLeft, problems }: AccountSecretsProps) {
  const all = useWords(identityMessages);
  const words = all.account;
  const language = useLanguage();
  const count = formatCount(codesLeft, language === 'fr' ? { one: 'code de secours', many: 'codes de secours' } : { one: 'recovery code', many: 'recovery codes' }, language);
  return (
    <>
      <section aria-labelledby="mot-de-passe">
        <h2 id="mot-de-passe">{words.password}</h2>
        <p>{account.hasPassword ? words.passwordText : words.noPassword}</p>
        <form method="post" action={path} className="form" noValidate>
          {/* Password managers know by it whose password changes. */}
          <input type="hidden" name="username" autoComplete="username" value={account.email} />
          {account.hasPassword && <Field name="actuel" type="password" label={words.present} autoComplete="current-password" required problems={problems} />}
          <Field name="nouveau" type="password" label={words.next} hint={all.newPassword.hint} autoComplete="new-password" required problems={problems} />
          <p className="actions"><button type="submit" name="geste" value="motDePasse" className="button-quiet">{words.change}</button></p>
        </form>
      </section>
      {account.hasSecondFactor && (
        <section aria-labelledby="second-facteur">
          <h2 id="second-facteur">{words.secondFactor}</h2>
          <p>{words.on} {words.codesLeft(count)}</p>
          <form method="post" action={path} className="form" noValidate>
            <Field name="code" type="text" inputMode="numeric" label={all.code} hint={words.renewText} autoComplete="one-time-code" required problems={problems} />
            <p className="actions"><button type="submit" name="geste" value="codes" className="button-quiet">{words.renew}</button></p>
          </form>
        </section>
      )}
    </>
  );
}
