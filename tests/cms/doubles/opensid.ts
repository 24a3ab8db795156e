import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { articles } from './opensid/articles.ts';
import { text } from './opensid/form.ts';
import { gallery } from './opensid/gallery.ts';
import { lapak } from './opensid/lapak.ts';
import { menu } from './opensid/menu.ts';
import { modules } from './opensid/modules.ts';
import { articleUrl } from './opensid/pages.ts';
import { esc, type Options, type Role, State } from './opensid/state.ts';
import { csrf, dead, type Env, headers, redirect, signedIn, siteUrl } from './opensid/web.ts';
import { losing } from './siteFaults.ts';

const USER_IDS: Record<Role, number> = { admin: 1, operator: 2, redaksi: 3, kontributor: 4 };

function app(state: State): Hono<Env> {
  const site = new Hono<Env>();
  site.use(async (c, next) => {
    c.set('state', state);
    await next();
  });
  site.use(headers);
  site.use(csrf);

  site.get('/siteman', (c) =>
    c.html(
      `<body class="login"><form id="validasi" action="${siteUrl(c, 'siteman/auth')}" method="post"><input name="username"></form></body>`,
    ),
  );
  site.post('/siteman/auth', (c) => {
    const role = text(c.get('form'), 'username') as Role;
    if (!(role in USER_IDS)) return redirect(c, 'siteman');
    const id = crypto.randomUUID();
    state.sessions.set(id, { role, userId: USER_IDS[role], flash: null });
    setCookie(c, 'ci_session', id, { path: '/', httpOnly: true, sameSite: 'Lax' });
    return redirect(c, 'beranda');
  });

  // The public article: by id it leads to the current slug; a draft or missing one is the generic page with 200.
  site.get('/artikel/:y/:m/:d/:slug', (c) => {
    const slug = c.req.param('slug');
    const byId = state.articles.find((a) => String(a.id) === slug);
    if (byId) return state.options.deadNumbers ? dead(c) : c.redirect(articleUrl(c, byId), 307);
    const article = state.articles.find((a) => a.slug === slug && a.enabled);
    if (article === undefined && state.options.deadNumbers) return dead(c);
    return c.html(
      `<html><head><title>${esc(article?.judul ?? 'Website Resmi')} - Desa Dagan</title></head><body>${article?.isi ?? ''}</body></html>`,
    );
  });

  site.use(signedIn);
  site.route('/web', articles);
  site.route('/', menu);
  site.route('/', lapak);
  site.route('/', gallery);
  site.route('/', modules);
  site.notFound((c) => c.html('<h1>404 Page Not Found</h1>', 404));
  site.onError((error, c) => {
    console.error(error);
    return dead(c);
  });
  return site;
}

export interface OpensidDouble {
  /** The village site, no trailing slash. */
  url: string;
  /** The address under which the admin pages lie, ending in `/`. */
  base: string;
  state: State;
  close(): Promise<void>;
}

/**
 * A small server that behaves to a driver as OpenSID does, 2410 unless another version is asked for: rotating token, 303
 * either way, ids in cipher, silent losses. Its own code; each trait was first seen on a running installation.
 */
export async function startOpensid(options: Partial<Options> = {}): Promise<OpensidDouble> {
  const state = new State();
  Object.assign(state.options, options);
  const { prefix } = state.options;
  const folder = prefix.replace(/\/index\.php$/, '');
  const site = new Hono<Env>();
  site.get(`${folder}/desa/upload/*`, (c) => {
    const bytes = state.uploads.get(c.req.path.slice(folder.length + 1));
    return bytes ? c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/jpeg' }) : c.body(null, 404);
  });
  site.route(prefix || '/', app(state));
  const fetch = (request: Request): Response | Promise<Response> => {
    const url = new URL(request.url);
    const pathname = url.pathname.replace(/\/{2,}/g, '/'); // CodeIgniter drops empty segments
    return site.fetch(pathname === url.pathname ? request : new Request(new URL(pathname + url.search, url), request));
  };
  const posts = () => state.articles.map(({ id, judul, isi, enabled }) => [id, judul, isi, enabled]);
  const served = losing(fetch, { faults: state.faults, posts });
  const server = await new Promise<ServerType>((ready) => {
    const started = serve({ fetch: served, port: 0, hostname: '127.0.0.1' }, () => ready(started));
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the double has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    url: origin + folder,
    base: `${origin}${prefix}/`,
    state,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
