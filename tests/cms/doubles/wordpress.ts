import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Backstage } from '#tests/cms/wordpress/site.ts';
import { losing } from './siteFaults.ts';
import { admin } from './wordpress/admin.ts';
import { ajax, asyncUpload } from './wordpress/ajax.ts';
import { rest } from './wordpress/rest.ts';
import { site } from './wordpress/site.ts';
import { type Options, type Role, State, USER_IDS } from './wordpress/state.ts';
import { type Env, fieldsOf, SESSION, sessionOf, textIn } from './wordpress/web.ts';

const LOGIN = `<!DOCTYPE html><body class="login"><form name="loginform" id="loginform" action="wp-login.php" method="post"><input name="log"></form></body>`;

function app(state: State): Hono<Env> {
  const root = new Hono<Env>();
  root.use(async (c, next) => {
    c.set('state', state);
    const { session, role } = sessionOf(c);
    c.set('session', session);
    c.set('role', role);
    await next();
  });
  root.get('/wp-login.php', (c) => c.html(LOGIN));
  root.post('/wp-login.php', async (c) => {
    const name = textIn(await fieldsOf(c), 'log') ?? '';
    if (!(name in USER_IDS)) return c.html(LOGIN);
    const session = crypto.randomUUID();
    state.sessions.set(session, name as Role);
    setCookie(c, SESSION, session, { path: '/', httpOnly: true });
    return c.redirect('/wp-admin/');
  });
  root.route('/wp-admin', ajax);
  // Everything else behind the login leads there, and ends with 200; what a POST carried is lost on the way.
  root.use('/wp-admin/*', async (c, next) => {
    if (c.get('role') !== null) return next();
    return c.redirect(`/wp-login.php?redirect_to=${encodeURIComponent(c.req.url)}&reauth=1`);
  });
  root.route('/wp-admin', asyncUpload);
  root.route('/wp-admin', admin);
  root.route('/', rest);
  root.route('/', site);
  return root;
}

/**
 * A small server that behaves to a driver as WordPress 7.1 does: nonces, roles, filters, trash, REST open or closed, both
 * editors' forms, logged-out answers. Its own code; every trait was first seen on the real one, which keeps the same suite
 * (`real.test.ts`).
 */
export async function startWordPressDouble(options: Partial<Options> = {}): Promise<Backstage & { state: State }> {
  const state = new State();
  Object.assign(state.options, options);
  const posts = () => [witness(state, 'posts', {}), state.store.goods];
  const { server, port } = await listen(losing(app(state).fetch, { faults: state.faults, posts }));
  return {
    state,
    faults: state.faults,
    url: `http://127.0.0.1:${port}`,
    passwordOf: () => 'x',
    witness: async (name, body = {}) => witness(state, name, body as Record<string, string>),
    endSessions: async () => state.sessions.clear(),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** As `witness.php`. */
function witness(state: State, name: string, { id, title = '', html = '' }: Record<string, string>): unknown {
  const post = state.posts.find((candidate) => String(candidate.id) === id);
  if (name === 'pictures') return state.media.length;
  if (name === 'write') return state.insert('admin', { title, content: html, status: 'publish' }).id;
  if (name === 'edit' && post) return state.update('admin', post, { content: html });
  if (name === 'erase') return state.remove(Number(id));
  return state.posts
    .filter(({ status }) => status !== 'auto-draft')
    .map((each) => ({ id: String(each.id), title: each.title, html: each.content, status: each.status }));
}

function listen(fetch: ReturnType<typeof losing>): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ server, port }));
  });
}
