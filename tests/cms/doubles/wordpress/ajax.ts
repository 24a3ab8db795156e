import { Hono } from 'hono';
import { nonceFor, type State } from './state.ts';
import { storeUpload, UnfitError } from './uploads.ts';
import { type Ctx, type Env, fieldsOf, fileUrl, roleOf, textIn } from './web.ts';

/** admin-ajax knows no login page: to strangers it says `0`. */
export const ajax = new Hono<Env>()
  .use('/admin-ajax.php', async (c, next) => {
    const isClosed = c.get('state').options.ajaxClosed && c.get('role') !== null && c.get('role') !== 'admin';
    return isClosed ? c.text('') : next();
  })
  .get('/admin-ajax.php', (c) =>
    c.get('role') !== null && c.req.query('action') === 'rest-nonce'
      ? c.text(nonceFor(c.get('session'), 'wp_rest'))
      : c.text('0', 400),
  )
  .post('/admin-ajax.php', async (c) => {
    const fields = await fieldsOf(c);
    const state = c.get('state');
    if (c.get('role') === null) return c.text('0', 400);
    const action = textIn(fields, 'action');
    if (action === 'query-attachments') {
      if (!state.can(roleOf(c), 'upload_files')) return c.json({ success: false });
      const search = textIn(fields, 'query[s]') ?? '';
      return c.json({
        success: true,
        data: state.media
          .filter(({ slug }) => slug.includes(search))
          .toReversed()
          .slice(0, Number(textIn(fields, 'query[posts_per_page]') ?? 40))
          .map((item) => json(c, item)),
      });
    }
    const item = state.media.find(({ id }) => String(id) === textIn(fields, 'id'));
    if (
      action !== 'save-attachment' ||
      !item ||
      textIn(fields, 'nonce') !== nonceFor(c.get('session'), `update-${item.id}`)
    ) {
      return c.text('0', 400);
    }
    item.alt = textIn(fields, 'changes[alt]') ?? '';
    return c.json({ success: true });
  });

/**
 * The uploader behind the editors: it answers 200 either way, with JSON as text/plain. It lies behind the login like
 * the admin pages.
 */
export const asyncUpload = new Hono<Env>().post('/async-upload.php', async (c) => {
  const fields = await fieldsOf(c);
  const state = c.get('state');
  if (textIn(fields, '_wpnonce') !== nonceFor(c.get('session'), 'media-form')) return c.text('-1', 403);
  try {
    const item = storeUpload(state, fields.files.get('async-upload'));
    return c.text(JSON.stringify({ success: true, data: json(c, item) }));
  } catch (error) {
    if (!(error instanceof UnfitError)) throw error;
    return c.text(JSON.stringify({ success: false, data: { message: 'Maaf, jenis berkas ini tidak diizinkan.' } }));
  }
});

function json(c: Ctx, item: State['media'][number]): object {
  const nonces = { update: nonceFor(c.get('session'), `update-${item.id}`) };
  const url = fileUrl(c, item);
  const sizes = { full: { url }, thumbnail: { url } };
  return { id: item.id, name: item.slug, title: item.slug, filename: item.file, url, sizes, alt: item.alt, nonces };
}
