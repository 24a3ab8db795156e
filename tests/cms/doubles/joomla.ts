import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { content } from './joomla/articles.ts';
import { categories } from './joomla/categories.ts';
import { mediaApi, pickOld, uploadOld } from './joomla/media.ts';
import { menus, siteMenu } from './joomla/menus.ts';
import { esc, type Options, State } from './joomla/state.ts';
import { type Ctx, type Env, input, isTokenRight, sessions, signIn } from './joomla/web.ts';
import { witness } from './joomla/witness.ts';
import { losing } from './siteFaults.ts';

function administration(c: Ctx): Response {
  const state = c.get('state');
  const session = c.get('session');
  const option = input(c, 'option');
  if (option === 'com_login' && input(c, 'task') === 'login' && isTokenRight(c)) {
    session.user = state.users.find(({ role }) => role === input(c, 'username')) ?? null;
    // As in a real Joomla, a session gets another token when the person signs in.
    session.token = crypto.randomUUID().replaceAll('-', '');
    return c.redirect(`${state.options.prefix}/administrator/index.php`, 303);
  }
  if (session.user === null) return signIn(c);
  if (option === 'com_media' && input(c, 'task') === 'file.upload' && state.options.version === 3) return uploadOld(c);
  if (option === 'com_media' && input(c, 'view') === 'imagesList' && state.options.version === 3) return pickOld(c);
  if (option === 'com_media' && input(c, 'task') === 'api.files' && state.options.version > 3) return mediaApi(c);
  if (option === 'com_menus') return menus(c);
  if (option === 'com_categories') return categories(c);
  if (option === 'com_content' || option === '') return content(c);
  return c.html('<body class="admin">Error: 404</body>', 404);
}

/** The site itself: an article stands at its number whatever else changes; archived ones are public too. */
function site(c: Ctx): Response {
  if (c.req.query('view') === 'category') return categoryPage(c);
  const article = c.get('state').articles.find(({ id }) => String(id) === c.req.query('id'));
  if (article === undefined || article.state < 1) return c.html('<h1>404</h1>', 404);
  const { image_fulltext: picture = '' } = article.images;
  const image = picture && `<img src="${esc(picture.replace(/#.*/, ''))}" alt="">`;
  return c.html(
    `<html><head><title>${esc(article.title)}</title></head><body><h2>${esc(article.title)}</h2>${image}${article.text}${schema(c, article.title)}</body></html>`,
  );
}

/** Since 5.0 Joomla describes the article to search engines: its title as it was typed, as data in a script element. */
function schema(c: Ctx, headline: string): string {
  if (c.get('state').options.version < 5) return '';
  const json = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Article', headline });
  return `<script type="application/ld+json">${json.replaceAll('/', '\\/')}</script>`;
}

/** What visitors see of a category: its articles, each saying where it belongs, below the site's menus. */
function categoryPage(c: Ctx): Response {
  const { articles, categories: all } = c.get('state');
  const id = Number(c.req.query('id'));
  const found = articles.filter(({ catid, state }) => catid === id && state > 0);
  const { html, hrefOf } = siteMenu(c);
  const where = `<dd class="category-name">Category: <a href="${esc(hrefOf(id))}">${esc(all.get(id) ?? '')}</a></dd>`;
  return c.html(
    `<html><body>${html}${found.map(({ title }) => `<h2>${esc(title)}</h2>${where}`).join('')}</body></html>`,
  );
}

export interface JoomlaDouble {
  /** The village site, no trailing slash. */
  url: string;
  state: State;
  witness(name: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * A small server that behaves to a driver as Joomla 3 or 5 (and 4 and 6, which do not differ here) does: tokens, check-out, filters kept in the session, lists
 * that look alike after success and failure, the two media folders. Its own code; as 3, the suite was run on a real one too.
 */
export async function startJoomla(options: Partial<Options> = {}): Promise<JoomlaDouble> {
  const state = new State(options);
  const { prefix } = state.options;
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('state', state);
    await next();
  });
  app.get(`${prefix}/images/:name`, (c) => {
    const bytes = state.files.get(`images/${c.req.param('name')}`);
    return bytes ? c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/jpeg' }) : c.body(null, 404);
  });
  app.use(sessions);
  app.all(`${prefix}/administrator/index.php`, administration);
  app.get(`${prefix}/index.php`, site);
  const fetch = losing(app.fetch, { faults: state.faults, posts: () => witness(state, 'posts', {}) });
  const server = await new Promise<ServerType>((ready) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => ready(started));
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the double has no port');
  return {
    url: `http://127.0.0.1:${address.port}${prefix}`,
    state,
    witness: async (name, body = {}) => witness(state, name, body),
    close: () => new Promise((done) => server.close(() => done())),
  };
}
