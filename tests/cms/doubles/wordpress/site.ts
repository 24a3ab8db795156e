import { Hono } from 'hono';
import type { Post, State } from './state.ts';
import { type Env, linkOf } from './web.ts';

/** What visitors see. */
export const site = new Hono<Env>()
  .get('/wp-content/uploads/*', (c) => {
    const item = c.get('state').media.find(({ file }) => c.req.path.endsWith(file));
    return item ? c.body(new Uint8Array(item.bytes), 200, { 'content-type': 'image/jpeg' }) : c.notFound();
  })
  .get('/', (c) => {
    const state = c.get('state');
    if (c.req.query('post_type') === 'product')
      return state.store.isBroken ? c.text('', 500) : c.html(page('Toko', '<h1>Toko</h1>'));
    if (c.req.query('category_name') !== undefined) return c.html(archive(c.req.query('category_name'), state));
    const role = c.get('role');
    const post = state.posts.find(({ id }) => String(id) === c.req.query('p'));
    if (post?.status === 'publish') return c.redirect(linkOf(c, post), 301);
    // Whoever may edit a post that waits sees it as visitors will.
    const mayLook = post !== undefined && role !== null && state.canTouch(role, post, 'edit');
    return c.html(mayLook ? single(post, state) : '<h1>Desa Dagan</h1>');
  })
  .get('/product/:slug/', (c) => {
    const { store } = c.get('state');
    const one = store.goods.find(({ slug, status }) => slug === c.req.param('slug') && status === 'publish');
    if (one === undefined) return c.html('<h1>Tidak ditemukan</h1>', 404);
    return store.isBroken ? c.text('', 500) : c.html(page(one.name, `<h1>${one.name}</h1>${one.description}`));
  })
  .get('/:slug/', (c) => {
    const post = c.get('state').posts.find(({ slug, status }) => slug === c.req.param('slug') && status === 'publish');
    return post ? c.html(single(post, c.get('state'))) : c.html('<h1>Tidak ditemukan</h1>', 404);
  });

/** A post's own page. A plugin names the featured picture to search engines and to those who share it in any case. */
function single(post: Post, state: State): string {
  if (state.options.theme === 'soon') return page('Segera hadir', '<h1>Segera hadir</h1>');
  const address = pictureOf(post, state);
  const [meta, data] = address
    ? [
        `<meta property="og:image" content="${address}">`,
        `<script type="application/ld+json">{"image":"${address}"}</script><a href="https://pin.example/?media=${address}">Bagikan</a>`,
      ]
    : ['', ''];
  const newest = state.posts.filter(({ status }) => status === 'publish');
  const list =
    state.options.theme === 'newest'
      ? `<div><h2>Terbaru</h2><ul>${newest.map((it) => `<li><a href="/${it.slug}/">${picture(it, state)}</a></li>`).join('')}</ul></div>`
      : '';
  const drawn = state.options.theme === 'draws' ? picture(post, state) : '';
  return page(post.title, `<h1>${post.title}</h1>${drawn}${acted(post)}${data}${list}`, meta);
}

/** The posts of a category with their whole text, as many themes list them. */
function archive(slug: string | undefined, state: State): string {
  const wanted = state.categories.find((category) => category.slug === slug)?.id ?? 0;
  const drawn = ['draws', 'archives'].includes(state.options.theme);
  const posts = state.posts.filter(({ status, categories }) => status === 'publish' && categories.includes(wanted));
  const articles = posts.map(
    (it) => `<article><h2>${it.title}</h2>${drawn ? picture(it, state) : ''}${acted(it)}</article>`,
  );
  return page('Produk Desa', articles.join(''));
}

function pictureOf({ featured }: Post, { media }: State): string | null {
  const file = media.find(({ id }) => id === featured)?.file;
  return file === undefined ? null : `/wp-content/uploads/${file}`;
}

/** Themes draw one of the smaller sizes. */
function picture(post: Post, state: State): string {
  const src = pictureOf(post, state)?.replace(/(\.\w+)$/, '-300x225$1');
  return src === undefined ? '' : `<img class="wp-post-image" src="${src}" alt="">`;
}

/** Titles and content are printed as the HTML they are; shortcodes vanish or act, an address alone becomes a player. */
function acted({ content }: Post): string {
  return content
    .replace(/\[(gallery|caption|embed)\b[^\]]*\]/g, '<div class="shortcode"></div>')
    .replace(/<p>\s*(https?:\/\/\S+?)\s*<\/p>/g, '<iframe src="$1"></iframe>');
}

function page(title: string, body: string, head = ''): string {
  return `<!DOCTYPE html><html><head><title>${title.replace(/<[^>]*>/g, '')}</title>${head}</head><body>${body}</body></html>`;
}
