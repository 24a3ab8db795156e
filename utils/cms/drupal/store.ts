import type { CmsPost, LookAround, Store } from '#utils/cms/engine.ts';
import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import { countLinks, isLinkBack } from '#utils/cms/link.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { CmsError, type DriverContext, type LinkBackPost } from '#utils/cms/types.ts';
import { findPosts, postsAround } from './find.ts';
import { keptForms } from './keptForms.ts';
import { isLocked, storedIn } from './nodeForm.ts';
import { sessionOf } from './session.ts';
import { plainTitle } from './text.ts';
import { unpublishNode } from './unpublish.ts';
import { ifHidden, viewed } from './view.ts';
import { writerOf } from './write.ts';

/**
 * Posts of Drupal and Backdrop as the engine works with them. `title` is null for a post that is only to be taken down.
 */
export function storeOf(
  context: DriverContext,
  { link, known, title }: Pick<LinkBackPost, 'link' | 'known'> & { title: string | null },
  toJpeg: ToJpeg,
): Store {
  const session = sessionOf(context);
  const forms = keptForms(session);
  const closed = new Set<string>();
  let address: string | null = null;

  async function read(id: string): Promise<CmsPost | null> {
    const node = await forms.read(id);
    if (node === null) return null;
    if (node === 'forbidden' || isLocked(node)) return look(id);
    return storedIn(session, id, node, async () => (await viewed(session, id).catch(ifHidden))?.state ?? 'draft');
  }

  /** Reads a post that this person may only look at: it can neither be compared with what we wrote, nor be changed. */
  async function look(id: string): Promise<CmsPost | null> {
    closed.add(id);
    const seen = await viewed(session, id);
    const isOurs = known?.postId === id && countLinks(seen?.html ?? '', link) > 0;
    if (isOurs && title !== null) throw new CmsError('no_permission', `node/${id}/edit`);
    return seen;
  }

  async function search(): Promise<CmsPost[]> {
    const givesAddress = () =>
      forms.blank().then(
        ({ hasAlias }) => hasAlias,
        () => false,
      );
    const isClosed = (id: string) => closed.has(id);
    const found = await findPosts(session, { link, title: title && plainTitle(title), read, isClosed, givesAddress });
    address = found.free;
    return found.posts;
  }

  async function lookAround({ title: name, newest }: LookAround): Promise<CmsPost[]> {
    // Before a save, the search has looked at titles already.
    const isLeft = newest || title === null;
    return isLeft ? postsAround(session, { link, title: name && plainTitle(name), read, newest }) : [];
  }

  /** Finds the new post on sites that lead on to another page than the post's own. */
  async function justMade(): Promise<string> {
    const made = (await search()).find(({ html }) => html !== null && isLinkBack(html, link));
    if (made === undefined) throw new CmsError('not_read_back');
    return made.id;
  }

  /** Takes a post down. One that a person has worked on is hidden at most, because it is not ours alone to delete. */
  async function unpublish(current: CmsPost): Promise<void> {
    if (current.state !== 'published') return;
    const isTouched = known !== null && fingerprintOf(current.title, current.html ?? '') !== known.editedMark;
    await unpublishNode(session, current.id, forms.last(current.id) ?? 'forbidden', !isTouched);
  }

  const write = writerOf(session, forms, link, toJpeg, { freeAddress: () => address, justMade });
  return { read, search, lookAround, write, unpublish };
}
