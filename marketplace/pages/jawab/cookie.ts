import { generateCookie, getCookie } from 'hono/cookie';
import type { Config } from '#marketplace/config.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';

const DAY_SECONDS = 24 * 3600;
const DAYS = 180;

const isSecure = ({ baseUrl }: Pick<Config, 'baseUrl'>): boolean => baseUrl.startsWith('https:');
/** A browser sets a name that begins so only over https. */
const nameFor = (config: Pick<Config, 'baseUrl'>) => (isSecure(config) ? '__Secure-dodolan-hp' : 'dodolan-hp');

/** The phone's secret that came with a request; null when there is none. */
export const phoneToken = (c: AppContext, config: Pick<Config, 'baseUrl'>): string | null =>
  getCookie(c, nameFor(config)) ?? null;

/**
 * The header that gives a phone its secret, or (null) takes it away. No script reads it, it goes to these pages alone, and
 * no other site's form can send it. `Lax`, because the link of a mail must find the phone paired.
 */
export function phoneCookie(config: Pick<Config, 'baseUrl'>, token: string | null): string {
  return generateCookie(nameFor(config), token ?? '', {
    path: '/jawab',
    httpOnly: true,
    secure: isSecure(config),
    sameSite: 'Lax',
    maxAge: token === null ? 0 : DAYS * DAY_SECONDS,
  });
}
