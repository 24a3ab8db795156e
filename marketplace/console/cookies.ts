import { generateCookie, getCookie } from 'hono/cookie';
import type { Config } from '#marketplace/config.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';

type Where = Pick<Config, 'baseUrl'>;
type Kind = 'session' | 'browser';

const NAMES: Record<Kind, string> = { session: 'dodolan-pengelola', browser: 'dodolan-peramban' };
/** How long (s) a browser keeps it. What ends a session, much sooner, is the server. */
const SECONDS: Record<Kind, number> = { session: 12 * 3600, browser: 30 * 24 * 3600 };

const isSecure = ({ baseUrl }: Where): boolean => baseUrl.startsWith('https:');
/** A browser takes such a name only over https, from this very host and for all of it: no subdomain can set it. */
const nameOf = (kind: Kind, config: Where): string => `${isSecure(config) ? '__Host-' : ''}${NAMES[kind]}`;

/** The session's or the browser's secret that came with a request; null when there is none. */
export const readCookie = (kind: Kind, c: AppContext, config: Where): string | null =>
  getCookie(c, nameOf(kind, config)) || null;

/** The header that gives a browser a secret, or (null) takes it away. No script reads it, no other site's form sends it. */
export function cookie(kind: Kind, config: Where, value: string | null): string {
  return generateCookie(nameOf(kind, config), value ?? '', {
    path: '/',
    httpOnly: true,
    secure: isSecure(config),
    // `Lax`, because the link of a mail must find the browser that asked for it.
    sameSite: 'Lax',
    maxAge: value === null ? 0 : SECONDS[kind],
  });
}
