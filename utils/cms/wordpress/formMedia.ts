import * as z from 'zod/mini';
import { assertIn, type FilledForm, formOf, type Reply, request, send } from '#utils/cms/form.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { attemptsOf, nameFor, type ToJpeg } from '#utils/cms/picture.ts';
import { CmsError, type LinkBackPost, type PictureMissing, type PostRef } from '#utils/cms/types.ts';
import { visit } from './pages.ts';
import { type SiteImage, slugOf, type WordPress } from './session.ts';

/** The upload page's form carries the nonce that the uploader behind both editors wants too. */
const UPLOAD_FORM = 'form#file-form';
const Attachment = z.object({ id: z.int(), url: z.string(), name: z.string() });
const Found = z.object({ success: z.literal(true), data: z.array(Attachment) });
const Uploaded = z.object({
  success: z.literal(true),
  data: z.extend(Attachment, { nonces: z.optional(z.object({ update: z.optional(z.string()) })) }),
});

type Image = NonNullable<LinkBackPost['image']>;

/**
 * As `restImage`, by the means of the media library's own dialog; where the picture cannot be put in, the reason is
 * answered. `known` is what we last knew of the post.
 */
export async function formImage(
  session: WordPress,
  image: Image,
  known: PostRef | null,
  toJpeg: ToJpeg,
): Promise<SiteImage | PictureMissing> {
  const slug = slugOf(image.fileName);
  const there = await find(session, slug);
  if (there) return there;
  // Where the library cannot be asked, what we remember keeps the same picture from going up at every change.
  if (there === undefined && known?.imageId && known.imageUrl?.includes(slug)) {
    return { id: known.imageId, url: known.imageUrl };
  }
  const page = await visit(session, 'media-new.php');
  if (page === null) return 'role';
  for await (const blob of attemptsOf(image.blob, toJpeg)) {
    const form = formOf(page, UPLOAD_FORM);
    const uploaded = (await upload(session, form, { ...image, blob })) ?? (await find(session, slug));
    if (uploaded) return uploaded;
  }
  return 'refused';
}

async function upload(
  session: WordPress,
  { data }: Pick<FilledForm, 'data'>,
  { blob, fileName, alt }: Image,
): Promise<SiteImage | null> {
  const name = nameFor(fileName, blob);
  data.delete('html-upload');
  // The form's post 0 is a post that nobody may edit: WordPress 7.1 refuses it, and wants no post at all.
  data.delete('post_id');
  data.set('action', 'upload-attachment');
  data.set('name', name);
  data.set('async-upload', blob, name);
  // Refusals come as 200 with success:false, as the host's bare 413, or as a bare 500 after the file had arrived.
  const reply = await send(session, `${session.siteUrl}/wp-admin/async-upload.php`, { method: 'POST', body: data });
  assertIn(session, reply);
  const uploaded = Uploaded.safeParse(jsonIn(reply.text));
  if (!uploaded.success) return null;
  const { id, url, nonces } = uploaded.data.data;
  if (nonces?.update) await describePicture(session, String(id), nonces.update, alt);
  return { id: String(id), url };
}

/** The picture in the library; null when it is not there, undefined when the library cannot be asked (no role, no ajax). */
async function find(session: WordPress, slug: string): Promise<SiteImage | null | undefined> {
  const body = new FormData();
  body.set('action', 'query-attachments');
  body.set('query[s]', slug);
  body.set('query[posts_per_page]', '20');
  const reply = await ajax(session, body);
  const found = Found.safeParse(jsonIn(reply.text));
  if (!found.success) return undefined;
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
