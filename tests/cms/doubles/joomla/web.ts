import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Posted, parseBody, text } from '#tests/cms/doubles/opensid/form.ts';
import { loginPage } from './pages.ts';
import type { Session, State, User } from './state.ts';

export interface Env {
  Variables: { state: State; session: Session; form: Posted; raw: Buffer };
}
export type Ctx = Context<Env>;

const COOKIE = 'joomla_session';

/**
 * Every visitor has a session, signed in or not; its token stays the same for as long as it lives. As Joomla's own handler
 * (`database`, seen on 5.3 and 6.1) each request works on the session as it was at its start and writes the whole of it at
 * its end: of two at once, the last to end undoes what the other one noted.
 */
export const sessions: MiddlewareHandler<Env> = async (c, next) => {
  const { sessions: all } = c.get('state');
  let id = getCookie(c, COOKIE) ?? '';
  if (!all.has(id)) {
    id = crypto.randomUUID();
    all.set(id, c.get('state').newSession());
    setCookie(c, COOKIE, id, { path: '/', httpOnly: true });
  }
  const raw = Buffer.from(await c.req.raw.arrayBuffer());
  const session = copyOf(all.get(id) ?? c.get('state').newSession());
  c.set('session', session);
  c.set('raw', raw);
  c.set('form', parseBody(raw, c.req.header('content-type') ?? ''));
  const before = copyOf(session);
  await next();
  if (all.has(id)) all.set(id, c.get('state').isOvertaken(input(c, 'task')) ? before : session);
};

function copyOf(session: Session): Session {
  const { editing, leftover, filters } = session;
  return { ...session, editing: new Set(editing), leftover: new Map(leftover), filters: new Map(filters) };
}

/** As `JInput`: what was posted, else what stands in the address. */
export const input = (c: Ctx, name: string): string => text(c.get('form'), name) || (c.req.query(name) ?? '');

export const userOf = (c: Ctx): User => {
  const { user } = c.get('session');
  if (user === null) throw new Error('nobody is signed in');
  return user;
};

export const admin = (c: Ctx, query: string, option = 'com_content'): string =>
  `${c.get('state').options.prefix}/administrator/index.php${query && `?option=${option}&${query}`}`;

/** Nothing but the place it leads to, and a notice there, tells success from failure. */
export function lead(c: Ctx, query: string, text: string, isError = false, option = 'com_content'): Response {
  c.get('session').notice = { isError, text };
  return c.redirect(admin(c, query, option), 303);
}

export const isTokenRight = (c: Ctx): boolean => input(c, c.get('session').token) === '1';

/** Without a session every page is the sign-in page, with 200; what asked for JSON gets 403. */
export function signIn(c: Ctx): Response {
  const { options } = c.get('state');
  const { token } = c.get('session');
  if (input(c, 'format') !== 'json') return c.html(loginPage(options, token));
  if (options.version === 3) return c.html('<body class="admin com_login view-login">Error: 403</body>', 403);
  return c.json({ success: false, message: 'Login required', messages: null, data: null }, 403);
}
