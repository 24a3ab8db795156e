import { Hono } from 'hono';
import type { Post } from './state.ts';
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
    return post ? c.html(theme(post)) : c.html('<h1>Tidak ditemukan</h1>', 404);
  });

/** A theme prints titles and content as the HTML they are; shortcodes vanish or act, an address alone becomes a player. */
function theme({ title, content }: Post): string {
  const acted = content
    .replace(/\[(gallery|caption|embed)\b[^\]]*\]/g, '<div class="shortcode"></div>')
    .replace(/<p>\s*(https?:\/\/\S+?)\s*<\/p>/g, '<iframe src="$1"></iframe>');
  return `<!DOCTYPE html><html><head><title>${title.replace(/<[^>]*>/g, '')}</title></head><body><h1>${title}</h1>${acted}</body></html>`;
}
