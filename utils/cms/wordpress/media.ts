import * as z from 'zod/mini';
import { request } from '#utils/cms/form.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { MEDIA_MAX, sitePicture } from '#utils/cms/media.ts';
import { CmsError, type SitePicture } from '#utils/cms/types.ts';
import type { Rest } from './rest.ts';
import type { WordPress } from './session.ts';

/** The sizes that WordPress makes of a picture; small ones are enough to choose by. */
const Size = z.object({ source_url: z.optional(z.string()), url: z.optional(z.string()) });
const Sizes = z.catch(z.record(z.string(), Size), {});
const RestMedia = z.array(
  z.object({
    source_url: z.string(),
    title: z.catch(z.object({ rendered: z.string() }), { rendered: '' }),
    media_details: z.catch(z.object({ sizes: Sizes }), { sizes: {} }),
  }),
);
const Attachments = z.object({
  success: z.literal(true),
  data: z.array(z.object({ url: z.string(), title: z.catch(z.string(), ''), sizes: Sizes })),
});

/** The newest pictures of the media library: by REST, or as the library's own window asks where REST is closed. */
export async function mediaOf(session: WordPress, rest: Rest | null): Promise<SitePicture[]> {
  const found = rest === null ? await byWindow(session) : await byRest(rest);
  return found
    .map(({ url, thumbUrl, name }) => sitePicture(session.siteUrl, url, thumbUrl, name))
    .filter((one) => one !== null);
}

async function byRest(rest: Rest): Promise<SitePicture[]> {
  const query = { media_type: 'image', per_page: String(MEDIA_MAX), orderby: 'date', order: 'desc' };
  const answer = await rest.call('GET', 'media', query);
  const media = RestMedia.safeParse(answer.body);
  if (!media.success) throw new CmsError('no_permission', 'media');
  return media.data.map(({ source_url, title, media_details }) => ({
    url: source_url,
    thumbUrl: smallOf(media_details.sizes) ?? source_url,
    name: title.rendered,
  }));
}

/** The list in the admin is not opened for it: asked for as a list, it would be one for the person from then on. */
async function byWindow(session: WordPress): Promise<SitePicture[]> {
  const body = new FormData();
  body.set('action', 'query-attachments');
  body.set('query[post_mime_type]', 'image');
  body.set('query[posts_per_page]', String(MEDIA_MAX));
  body.set('query[orderby]', 'date');
  body.set('query[order]', 'DESC');
  const reply = await request(session, `${session.siteUrl}/wp-admin/admin-ajax.php`, { method: 'POST', body });
  // When the session has ended, admin-ajax knows no such action and says only this.
  if (reply.status === 400 && reply.text.trim() === '0') throw new CmsError('signed_out');
  const found = Attachments.safeParse(jsonIn(reply.text));
  if (!found.success) throw new CmsError('no_permission', 'media');
  return found.data.data.map(({ url, title, sizes }) => ({ url, thumbUrl: smallOf(sizes) ?? url, name: title }));
}

/** A small picture's address, under the name that REST or the window gives it. */
function smallOf({ medium, thumbnail }: z.infer<typeof Sizes>): string | undefined {
  const small = medium ?? thumbnail;
  return small?.source_url ?? small?.url;
}
