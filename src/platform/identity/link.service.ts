import type { Language } from '../i18n/format.ts';
import { sendMail } from '../mail/mail.ts';
import { success, type Result } from '../result.ts';
import { accountStore, normalEmail } from './account.store.ts';
import { noSoonerThan } from './constant-time.ts';
import { throughDoor, type IdentityHouse } from './identity-door.ts';
import { networkOf } from './network.rules.ts';
import { evenAnswerMs } from './sign-in.service.ts';
import { throttle, type TooMany } from './throttle.ts';
import { linkMinutes, tokenStore, type TokenKind } from './token.store.ts';

export interface LinkRequest {
  kind: TokenKind;
  email: string;
  ip: string;
  language: Language;
  /** The address of the page that takes the link's token. */
  addressOf: (token: string) => string;
}

/**
 * Sends a link to sign in, or to choose a new password, when the address has an account. The answer is the same, as
 * late, when it has none; so it is when the address got enough mails for now, whose links its owner holds.
 */
export const requestLink = (house: IdentityHouse, request: LinkRequest): Promise<Result<undefined, TooMany>> =>
  noSoonerThan(evenAnswerMs, (async () => {
    const { kind, ip, language, addressOf } = request;
    const email = normalEmail(request.email);
    const limits = throttle(house);
    const free = await limits.take([['request', networkOf(ip)]]);
    if (!free.ok) return free;
    if (!(await limits.take([['mail', kind, email]])).ok) return success(undefined);
    await throughDoor(house, async (tx) => {
      const account = await accountStore(tx, house.territory).byEmail(email);
      if (!account || account.demonstration) return;
      const token = await tokenStore(tx).issue(kind, account.id, house.clock.now());
      await sendMail(tx, { territory: house.territory, to: email, language, template: kind, values: { link: addressOf(token), minutes: linkMinutes[kind] }, at: house.clock.now() });
    });
    return success(undefined);
  })());

/** Whether a link still opens, without using it. */
export const linkOpens = (house: IdentityHouse, kind: TokenKind, token: string): Promise<boolean> =>
  throughDoor(house, async (tx) => (await tokenStore(tx).peek(kind, token, house.clock.now())) !== undefined);
