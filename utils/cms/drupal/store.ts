import { withBadgeInWords } from '#utils/cms/card.ts';
import type { CmsPost, LookAround, Store, Written } from '#utils/cms/engine.ts';
import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import { countLinks, hasBadgeInWords, isLinkBack, LINK_STRIPPED } from '#utils/cms/link.ts';
import { attemptsOf, nameFor, type Picture, smaller, type ToJpeg, toPicture } from '#utils/cms/picture.ts';
import { CmsError, type DriverContext, type LinkBackPost } from '#utils/cms/types.ts';
import { findPosts, postsAround } from './find.ts';
import { formatsFor, shownOf } from './format.ts';
import { newNodeForm } from './newNode.ts';
import { editForm, isLocked, type NodeForm, storedIn } from './nodeForm.ts';
import { pictureField } from './pictureField.ts';
import { pictureIn, type TextPicture, uploadForText } from './pictureInText.ts';
import { saveNode, type Wanted } from './save.ts';
import { nodeOn, sessionOf } from './session.ts';
import { TAG } from './term.ts';
import { bodyHtml, plainTitle } from './text.ts';
import { unpublishNode } from './unpublish.ts';
import { ifHidden, viewed } from './view.ts';

/**
 * Posts of Drupal and Backdrop as the engine works with them. `title` is null for a post that is only to be taken down.
 */
export function storeOf(
  context: DriverContext,
  { link, known, title }: Pick<LinkBackPost, 'link' | 'known'> & { title: string | null },
  toJpeg: ToJpeg,
): Store {
  const session = sessionOf(context);
  /** Forms as the engine last read them, to be filled and sent: Drupal tells by `changed` when one has grown stale. */
  const forms = new Map<string, NodeForm>();
  const closed = new Set<string>();
  let justRead: { id: string; node: NodeForm } | null = null;
  let blank: Promise<NodeForm> | null = null;
  let address: string | null = null;
  let inText: TextPicture | null = null;

  function newForm(): Promise<NodeForm> {
    blank ??= newNodeForm(session);
    return blank;
  }

  async function read(id: string): Promise<CmsPost | null> {
    const node = justRead?.id === id ? justRead.node : await editForm(session, id);
    justRead = null;
    if (node === null) return null;
    if (node !== 'forbidden') forms.set(id, node);
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
      newForm().then(
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

  /** A form to send. Each is sent only once, because its token and `changed` are of one moment. */
  async function formOf(id: string): Promise<NodeForm> {
    const node = forms.get(id) ?? (await editForm(session, id));
    forms.delete(id);
    if (node === null || node === 'forbidden') throw new CmsError('no_permission', `node/${id}/edit`);
    return node;
  }

  async function write(current: CmsPost | null, post: LinkBackPost): Promise<Written> {
    const node = current === null ? await newForm() : await formOf(current.id);
    blank = null;
    const picture = await toPicture(post.image, toJpeg);
    const alt = plainTitle(post.image?.alt ?? '');
    const hasField = pictureField(node) !== null;
    inText = hasField || picture === null ? null : await textPicture(node, current, picture, post);
    const html = bodyHtml(post.html, inText);
    const wanted: Wanted = {
      title: plainTitle(post.title),
      html: hasBadgeInWords(current?.html ?? '', link) ? withBadgeInWords(html) : html,
      publish: current === null || isToShow(current, post),
      picture: picture && hasField && isToSend(picture, node, post) ? { ...picture, alt } : null,
      async smaller() {
        const blob = picture && (await smaller(picture.blob, toJpeg));
        return blob && picture && { blob, name: nameFor(picture.name, blob), alt };
      },
      ...(current === null ? { alias: address, tag: TAG } : { alias: null, tag: null }),
    };
    const isSame =
      current !== null && fingerprintOf(current.title, current.html ?? '') === fingerprintOf(wanted.title, wanted.html);
    if (isSame && wanted.picture === null && !wanted.publish) return written(current.id, picture, post);
    return written(await send(node, current?.id ?? null, wanted), picture, post);
  }

  /** The picture where there is no field for it: as it stands there, or brought into the site; a person's change of it stays. */
  async function textPicture(
    node: NodeForm,
    current: CmsPost | null,
    picture: Picture,
    { known }: LinkBackPost,
  ): Promise<TextPicture | null> {
    const there = pictureIn(current?.html ?? '', picture.print);
    if (there !== null || (current !== null && known?.imageId === picture.print && known.imageUrl !== null))
      return there;
    for await (const blob of attemptsOf(picture.blob, toJpeg)) {
      const file = { blob, name: nameFor(picture.name, blob) };
      const made = await uploadForText(session, node, formatsFor(node, current === null), file);
      if (made !== null) return made;
    }
    return null;
  }

  /** Sends the form in one text format after the other, until one lets the link through to the page. */
  async function send(first: NodeForm, current: string | null, wanted: Wanted): Promise<string> {
    let node = first;
    let id = current;
    for (const format of formatsFor(first, current === null)) {
      const page = await saveNode(session, node, format, wanted);
      id ??= nodeOn(page) ?? (await justMade());
      const shown = await shownOf(session, id, page, link);
      if (shown === 'all') return id;
      node = await formOf(id);
      if (shown === 'none') continue;
      const said = { ...wanted, html: withBadgeInWords(wanted.html), picture: null, alias: null, tag: null };
      await saveNode(session, node, format, said);
      return id;
    }
    if (id === null) throw new CmsError('no_permission', 'text format');
    // What cannot be taken down now is remembered by its trace.
    await unpublishNode(session, id, node, current === null).catch(() => undefined);
    throw new CmsError('not_read_back', LINK_STRIPPED, null, [{ postId: id, editedMark: null }]);
  }

  /** Finds the new post on sites that lead on to another page than the post's own. */
  async function justMade(): Promise<string> {
    const made = (await search()).find(({ html }) => html !== null && isLinkBack(html, link));
    if (made === undefined) throw new CmsError('not_read_back');
    return made.id;
  }

  async function written(id: string, picture: Picture | null, { image }: LinkBackPost): Promise<Written> {
    const node = await editForm(session, id);
    if (node === null || node === 'forbidden') return { id, imageId: null, imageUrl: null };
    justRead = { id, node };
    const stored = pictureField(node)?.stored ?? (inText && new URL(inText.src, session.siteUrl).href);
    // The print is kept for a picture that did not get in, too: what a person puts in its place is then left alone.
    const pictureMissing = image !== null && stored === null ? 'refused' : undefined;
    return { id, imageId: picture?.print ?? null, imageUrl: stored, pictureMissing };
  }

  /** Takes a post down. One that a person has worked on is hidden at most, because it is not ours alone to delete. */
  async function unpublish(current: CmsPost): Promise<void> {
    if (current.state !== 'published') return;
    const isTouched = known !== null && fingerprintOf(current.title, current.html ?? '') !== known.editedMark;
    await unpublishNode(session, current.id, forms.get(current.id) ?? 'forbidden', !isTouched);
  }

  return { read, search, lookAround, write, unpublish };
}

/**
 * True when a hidden post is to be shown again: one that we took down ourselves, or that the person said to put back.
 */
function isToShow({ id, state }: CmsPost, { known, mayStand, overwriteEdits }: LinkBackPost): boolean {
  const isOurDoing = known?.state === 'gone' || mayStand?.some(({ postId }) => postId === id) === true;
  return state !== 'published' && (isOurDoing || (known?.state === 'published' && overwriteEdits));
}

/**
 * True when our picture is to be sent. A person's picture in its place stays until the listing itself gets another one.
 */
function isToSend({ print }: Picture, node: NodeForm, { known }: LinkBackPost): boolean {
  const stored = pictureField(node)?.stored ?? null;
  return stored === null || !(stored.includes(print) || known?.imageId === print);
}
