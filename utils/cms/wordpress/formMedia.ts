import * as z from 'zod/mini';
import { getForm, type Reply, request, send } from '#utils/cms/form.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { slugOf, type WordPress } from './session.ts';

/** The upload page's form carries the nonce that the uploader behind both editors wants too. */
const UPLOAD_FORM = 'form#file-form';
const Attachment = z.object({ id: z.int(), url: z.string(), name: z.string() });
const Found = z.object({ success: z.literal(true), data: z.array(Attachment) });
const Uploaded = z.object({
  success: z.literal(true),
  data: z.extend(Attachment, { nonces: z.optional(z.object({ update: z.optional(z.string()) })) }),
});

/** As `restImage`, by the means of the media library's own dialog. Null also for a role that may not upload. */
export async function formImage(
  session: WordPress,
  image: NonNullable<LinkBackPost['image']>,
): Promise<{ id: string; url: string } | null> {
  const slug = slugOf(image.fileName);
  const there = await find(session, slug);
  if (there === 'forbidden') return null;
  if (there !== null) return there;
  const { data } = await getForm(session, `${session.siteUrl}/wp-admin/media-new.php`, UPLOAD_FORM);
  data.delete('html-upload');
  // The form's post 0 is a post that nobody may edit: WordPress 7.1 refuses it, and wants no post at all.
  data.delete('post_id');
  data.set('action', 'upload-attachment');
  data.set('name', image.fileName);
  data.set('async-upload', image.blob, image.fileName);
  // Refusals come as 200 with success:false, as the host's bare 413, or as a bare 500 after the file had arrived.
  const reply = await send(session, `${session.siteUrl}/wp-admin/async-upload.php`, { method: 'POST', body: data });
  if (session.isSignedOut(reply)) throw new CmsError('signed_out');
  const uploaded = Uploaded.safeParse(jsonOf(reply));
  if (!uploaded.success) {
    const arrived = await find(session, slug);
    return arrived === 'forbidden' ? null : arrived;
  }
  const { id, url, nonces } = uploaded.data.data;
  if (nonces?.update) await describePicture(session, String(id), nonces.update, image.alt);
  return { id: String(id), url };
}

async function find(session: WordPress, slug: string): Promise<{ id: string; url: string } | 'forbidden' | null> {
  const body = new FormData();
  body.set('action', 'query-attachments');
  body.set('query[s]', slug);
  body.set('query[posts_per_page]', '20');
  const reply = await ajax(session, body);
  const found = Found.safeParse(jsonOf(reply));
  if (!found.success) return 'forbidden';
  const same = found.data.data.find(({ name }) => name === slug);
  return same === undefined ? null : { id: String(same.id), url: same.url };
}

async function describePicture(session: WordPress, id: string, nonce: string, alt: string): Promise<void> {
  const body = new FormData();
  body.set('action', 'save-attachment');
  body.set('id', id);
  body.set('nonce', nonce);
  body.set('changes[alt]', alt);
  await ajax(session, body);
}

async function ajax(session: WordPress, body: FormData): Promise<Reply> {
  const reply = await request(session, `${session.siteUrl}/wp-admin/admin-ajax.php`, { method: 'POST', body });
  // When the session has ended, admin-ajax knows no such action and says only this.
  if (reply.status === 400 && reply.text.trim() === '0') throw new CmsError('signed_out');
  return reply;
}

/** WordPress sends JSON as text/plain here. */
function jsonOf(reply: Reply): unknown {
  try {
    return JSON.parse(reply.text);
  } catch {
    return undefined;
  }
}
