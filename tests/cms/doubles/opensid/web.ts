import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Posted, parseBody, text } from './form.ts';
import type { Session, State } from './state.ts';

export interface Env {
  Variables: { state: State; session: Session | null; form: Posted };
}
export type Ctx = Context<Env>;

const SESSION = 'ci_session';
const TOKEN = 'sidcsrf';

/** A page's address: `prefix` + path, absolute, as CodeIgniter's `site_url()` writes it. */
export const siteUrl = (c: Ctx, path: string): string =>
  `${new URL(c.req.url).origin}${c.get('state').options.prefix}/${path}`;

/** CodeIgniter's `redirect()`: 303 after a POST, 307 after anything else; nothing else tells success from failure. */
export const redirect = (c: Ctx, path: string): Response =>
  c.redirect(siteUrl(c, path), c.req.method === 'POST' ? 303 : 307);

export function flash(c: Ctx, kind: 'success' | 'danger', text: string, path: string): Response {
  const session = c.get('session');
  if (session) session.flash = { kind, text };
  return redirect(c, path);
}

/** What stands in a list's column for a state. */
export const stateColumn = (c: Ctx, value: number): unknown =>
  c.get('state').options.unknownStates ? '<i class="fa fa-circle"></i>' : value;

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** A time as every list says it, in words. */
export function inWords(stored: string): string {
  const [date = '', time = ''] = stored.split(' ');
  const [d, m, y] = date.split('-');
  return `${d} ${MONTHS[Number(m) - 1]} ${y} ${time}`;
}

const CSP =
  "default-src 'self'; form-action 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: *; frame-src 'self' *.google.com";

/** The headers that current versions send with every page. */
export const headers: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.get('state').options.version < 2603) return;
  c.header('Cross-Origin-Embedder-Policy', 'require-corp');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('X-Frame-Options', 'SAMEORIGIN');
  c.header('Content-Security-Policy', CSP);
};

/** What every fault looks like from outside: wrong token, body over post_max_size, PHP error. */
export const dead = (c: Ctx): Response => c.body(null, 500);

const freshToken = (c: Ctx): void =>
  setCookie(c, TOKEN, crypto.randomUUID().replaceAll('-', ''), { path: '/', sameSite: 'Strict', maxAge: 7200 });

/** The token of a GET stands until the next POST; every POST, good or bad, leaves a new one. */
export const csrf: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== 'POST') {
    if (!getCookie(c, TOKEN)) freshToken(c);
    return next();
  }
  const expected = getCookie(c, TOKEN);
  freshToken(c);
  const body = await c.req.raw.arrayBuffer();
  if (body.byteLength > c.get('state').options.postLimit) return dead(c);
  const form = parseBody(Buffer.from(body), c.req.header('content-type') ?? '');
  if (!expected || text(form, TOKEN) !== expected) return dead(c);
  c.set('form', form);
  return next();
};

/** Without a session every admin address, JSON ones too, ends at the sign-in page with 200; a POST's data is gone. */
export const signedIn: MiddlewareHandler<Env> = async (c, next) => {
  const { sessions, options } = c.get('state');
  const session = sessions.get(getCookie(c, SESSION) ?? '') ?? null;
  if (!session) {
    deleteCookie(c, SESSION, { path: '/' });
    return redirect(c, 'siteman');
  }
  c.set('session', session);
  if (options.forcedPassword && !c.req.path.endsWith('/pengguna')) return redirect(c, 'pengguna');
  if (options.unnamedVillage && !c.req.path.endsWith('/identitas_desa')) {
    return flash(c, 'danger', 'Identitas Desa masih kosong, silakan isi terlebih dahulu', 'identitas_desa');
  }
  return next();
};

export const isAjax = (c: Ctx): boolean => c.req.header('x-requested-with') === 'XMLHttpRequest';

/** Up to 2501 the tables are `utf8`, three bytes a character: an emoji ends the INSERT with an error. */
export const isTooWide = (c: Ctx, value: string): boolean =>
  c.get('state').options.version < 2603 && /[\u{10000}-\u{10ffff}]/u.test(value);
