import { CmsError, type LinkBackPost, type PicturePlace, type PostRef } from '#utils/cms/types.ts';

interface Ways {
  save(post: LinkBackPost): Promise<PostRef>;
  /** See `drawsPicture`; `archive` is the list of all our posts. */
  isDrawn(on: 'post' | 'archive', ref: PostRef): Promise<boolean | null>;
  /** The fingerprint of the post as it stands now; null when it cannot be read. */
  markOf(postId: string): Promise<string | null>;
}

/**
 * Saves the post so that a visitor sees its picture once: most themes draw a post's featured picture themselves, some do
 * not. Where nobody knows yet (`post.pictureIn`), the post is written without it in its text, its page is looked at (one
 * that waits for an editor is shown to whoever wrote it), and the picture goes into the text of a theme that drew none.
 * What was found is in the answer, for the site's next posts. Nothing of this makes a post that was saved count as failed.
 */
export async function saveWithOnePicture(post: LinkBackPost, { save, isDrawn, markOf }: Ways): Promise<PostRef> {
  const ref = await save(post);
  if (post.pictureIn !== undefined) return ref.imageUrl === null ? ref : { ...ref, pictureIn: post.pictureIn };
  if (ref.imageUrl === null) return ref;
  const drawn = await isDrawn('post', ref);
  if (drawn === null) return ref;
  if (drawn) return { ...ref, pictureIn: 'theme' };
  // Some themes draw it above the whole text in their lists alone; there it would stand twice.
  const pictureIn: PicturePlace = (await isDrawn('archive', ref)) ? 'textAlone' : 'text';
  try {
    const again = await save({ ...post, known: ref, mayStand: undefined, isFirst: undefined, pictureIn });
    return again.editedMark === ref.editedMark ? ref : { ...again, pictureIn };
  } catch (error) {
    if (!(error instanceof CmsError)) throw error;
    // The second write may have arrived all the same, and must not look like a person's edit next time.
    return { ...ref, editedMark: (await markOf(ref.postId)) ?? ref.editedMark };
  }
}
