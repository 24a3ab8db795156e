import type { CmsPost } from '#utils/cms/engine.ts';
import type { Picture, ToJpeg } from '#utils/cms/picture.ts';
import type { LinkBackPost } from '#utils/cms/types.ts';
import { type MediaToPutIn, withRoom } from './fillMedia.ts';
import { mediaField, ownIn } from './mediaField.ts';
import { findItem, openLibrary } from './mediaLibrary.ts';
import { makeItem } from './newMedia.ts';
import type { NodeForm } from './nodeForm.ts';
import { pictureField } from './pictureField.ts';
import { pictureIn } from './pictureInText.ts';
import type { Drupal } from './session.ts';

/** What is to stand in a Media field: an item, or what stands there already (`stays`). */
export type Media = MediaToPutIn | 'stays';

/** A picture to be put into a post; null where there is none, or none can be made of it. */
interface Sent {
  picture: Picture;
  alt: string;
  post: LinkBackPost;
  toJpeg: ToJpeg;
}

/**
 * The form to fill, and what goes into its Media field. Where the most fitting type demands something in that field, its form
 * is taken when the picture is in the library; else the next type's, as for a post without a picture.
 */
export async function withBestForm(
  session: Drupal,
  first: NodeForm,
  current: CmsPost | null,
  sent: Sent | null,
): Promise<{ node: NodeForm; media: Media | null }> {
  if (sent === null) return { node: first, media: null };
  const inBetter = first.better ? await mediaFor(session, first.better, null, sent) : null;
  if (first.better && inBetter !== null) return { node: first.better, media: inBetter };
  const hasField = pictureField(first) !== null;
  return { node: first, media: hasField ? null : await mediaFor(session, first, current, sent) };
}

/**
 * The Media Library's item of the picture, made where there is none yet; null where the form has no such field, where the
 * picture stands in the text since an earlier write, and where this person cannot bring it into the library. An item is
 * known by the picture's print in its file name, so that a repeated write makes no second one.
 */
async function mediaFor(
  session: Drupal,
  node: NodeForm,
  current: CmsPost | null,
  { picture, alt, post, toJpeg }: Sent,
): Promise<Media | null> {
  const field = mediaField(node);
  if (field === null || pictureIn(current?.html ?? '', picture.print) !== null) return null;
  const { print } = picture;
  const { known } = post;
  if (ownIn(field, print) !== null) return 'stays';
  // A person's picture in its place stays, or nothing, until the listing itself gets another picture.
  if (current !== null && known?.imageId === print && known.imageUrl !== null) return 'stays';
  const former = known?.imageId ?? null;
  const emptied = await withRoom(session, node, field, former);
  const open = emptied && mediaField(emptied);
  const library = emptied && open && (await openLibrary(session, emptied, open));
  if (!library) return null;
  const found = post.isFirst ? null : await findItem(session, library, print);
  if (found !== null) return { item: found, print, former };
  if (!(await makeItem(session, library, picture, alt, toJpeg))) return null;
  const made = await findItem(session, library, print);
  return made === null ? null : { item: made, print, former };
}
