import * as z from 'zod/mini';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { type Rest, RestRefusedError } from './rest.ts';
import { slugOf } from './session.ts';

const Media = z.object({ id: z.int(), slug: z.string(), source_url: z.string() });

/**
 * The picture in the media library, uploaded if it is not there. Null when this site refuses it: too large for the host,
 * a type its PHP cannot handle, no space left.
 */
export async function restImage(
  rest: Rest,
  image: NonNullable<LinkBackPost['image']>,
): Promise<{ id: string; url: string } | null> {
  const slug = slugOf(image.fileName);
  const there = await findImage(rest, slug);
  if (there !== null) return there;
  const body = new FormData();
  body.set('file', image.blob, image.fileName);
  body.set('slug', slug);
  body.set('alt_text', image.alt);
  const uploaded = await rest.call('POST', 'media', {}, body).catch((error: unknown) => {
    // The host answers a bare 413, or a bare 500 when making the smaller sizes killed PHP after the file had arrived.
    const isRefusal = error instanceof RestRefusedError || isServerFault(error);
    if (!isRefusal) throw error;
    return null;
  });
  const made = Media.safeParse(uploaded?.body);
  return made.success ? toImage(made.data) : findImage(rest, slug);
}

async function findImage(rest: Rest, slug: string): Promise<{ id: string; url: string } | null> {
  const found = z.array(Media).safeParse((await rest.call('GET', 'media', { slug })).body);
  const [first] = found.success ? found.data : [];
  return first === undefined ? null : toImage(first);
}

function toImage({ id, source_url }: z.infer<typeof Media>): { id: string; url: string } {
  return { id: String(id), url: source_url };
}

function isServerFault(error: unknown): boolean {
  return error instanceof CmsError && error.code === 'network' && error.what?.startsWith('HTTP 5') === true;
}
