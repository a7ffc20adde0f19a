import { createCookie, type Cookie } from 'react-router';
import type { Entered } from '../platform/identity/index.ts';
import type { Config } from '../platform/config.ts';

const rememberedS = 180 * 24 * 3600;

/** The session's cookie ends with the browser; the device's stays, and opens nothing by itself. */
function cookies(config: Pick<Config, 'ANCRAGE_ORIGIN'>): { session: Cookie; device: Cookie } {
  const secure = config.ANCRAGE_ORIGIN?.startsWith('https:') ?? false;
  // `__Host-` binds a cookie to this very host, over https only.
  const name = (plain: string): string => (secure ? `__Host-${plain}` : plain);
  const kept = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return { session: createCookie(name('ancrage'), kept), device: createCookie(name('ancrage-appareil'), { ...kept, maxAge: rememberedS }) };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What a browser brings. */
export async function readCookies(config: Pick<Config, 'ANCRAGE_ORIGIN'>, header: string | undefined): Promise<{ session: string | undefined; device: string | undefined }> {
  if (!header) return { session: undefined, device: undefined };
  const { session, device } = cookies(config);
  return { session: text(await session.parse(header)), device: text(await device.parse(header)) };
}

/** What a browser gets when it signed in or passed a stage. */
export async function enteredHeaders(config: Pick<Config, 'ANCRAGE_ORIGIN'>, entered: Pick<Entered, 'session' | 'device'>): Promise<Headers> {
  const { session, device } = cookies(config);
  const headers = new Headers();
  headers.append('set-cookie', await session.serialize(entered.session));
  headers.append('set-cookie', await device.serialize(entered.device));
  return headers;
}

/** Signing out forgets the session and keeps the device known. */
export const leftHeaders = async (config: Pick<Config, 'ANCRAGE_ORIGIN'>): Promise<Headers> =>
  new Headers({ 'set-cookie': await cookies(config).session.serialize('', { maxAge: 0 }) });
