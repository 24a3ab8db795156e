import * as z from 'zod/mini';
import { attemptsOf, nameFor, type ToJpeg } from '#utils/cms/picture.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { type Rest, RestRefusedError } from './rest.ts';
import { type SiteImage, slugOf } from './session.ts';

const Media = z.object({ id: z.int(), slug: z.string(), source_url: z.string() });

/**
 * The picture in the media library, uploaded if it is not there: as it is, else as JPEG, else smaller. Null when this
 * site refuses all of them: too large for the host, a type its PHP cannot handle, no space left.
 */
export async function restImage(
  rest: Rest,
  image: NonNullable<LinkBackPost['image']>,
  toJpeg: ToJpeg,
): Promise<SiteImage | null> {
  const slug = slugOf(image.fileName);
  const there = await findImage(rest, slug);
  if (there !== null) return there;
  for await (const blob of attemptsOf(image.blob, toJpeg)) {
    const uploaded = (await upload(rest, { ...image, blob }, slug)) ?? (await findImage(rest, slug));
    if (uploaded !== null) return uploaded;
  }
  return null;
}

async function upload(
  rest: Rest,
  { blob, fileName, alt }: NonNullable<LinkBackPost['image']>,
  slug: string,
): Promise<SiteImage | null> {
  const body = new FormData();
  body.set('file', blob, nameFor(fileName, blob));
  body.set('slug', slug);
  body.set('alt_text', alt);
  try {
    const made = Media.safeParse((await rest.call('POST', 'media', {}, body)).body);
    return made.success ? toImage(made.data) : null;
  } catch (error) {
    // The host answers a bare 413, or a bare 5xx when making the smaller sizes killed PHP after the file had arrived.
    if (error instanceof RestRefusedError || (error instanceof CmsError && error.code === 'site_down')) return null;
    throw error;
  }
}

async function findImage(rest: Rest, slug: string): Promise<SiteImage | null> {
  const found = z.array(Media).safeParse((await rest.call('GET', 'media', { slug })).body);
  const [first] = found.success ? found.data : [];
  return first === undefined ? null : toImage(first);
}

function toImage({ id, source_url }: z.infer<typeof Media>): SiteImage {
  return { id: String(id), url: source_url };
}
