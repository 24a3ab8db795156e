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
    const post = c.get('state').posts.find(({ id, status }) => String(id) === c.req.query('p') && status === 'publish');
    return post ? c.redirect(linkOf(c, post), 301) : c.html('<h1>Desa Dagan</h1>');
  })
  .get('/:slug/', (c) => {
    const post = c.get('state').posts.find(({ slug, status }) => slug === c.req.param('slug') && status === 'publish');
    return post ? c.html(theme(post, c.get('state'))) : c.html('<h1>Tidak ditemukan</h1>', 404);
  });

/**
 * A theme prints titles and content as the HTML they are; shortcodes vanish or act, an address alone becomes a player. Most
 * draw the featured picture above the text, in one of the smaller sizes; a plugin names it to search engines in any case.
 */
function theme({ title, content, featured }: Post, { media, options }: State): string {
  const acted = content
    .replace(/\[(gallery|caption|embed)\b[^\]]*\]/g, '<div class="shortcode"></div>')
    .replace(/<p>\s*(https?:\/\/\S+?)\s*<\/p>/g, '<iframe src="$1"></iframe>');
  const file = media.find(({ id }) => id === featured)?.file;
  const address = file && `/wp-content/uploads/${file}`;
  const picture =
    address && options.theme === 'draws'
      ? `<img class="wp-post-image" src="${address.replace(/(\.\w+)$/, '-300x225$1')}" alt="">`
      : '';
  const [meta, data] = address
    ? [
        `<meta property="og:image" content="${address}">`,
        `<script type="application/ld+json">{"image":"${address}"}</script>`,
      ]
    : ['', ''];
  return `<!DOCTYPE html><html><head><title>${title.replace(/<[^>]*>/g, '')}</title>${meta}</head><body><h1>${title}</h1>${picture}${acted}${data}</body></html>`;
}
