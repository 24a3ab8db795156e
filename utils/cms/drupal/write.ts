import { withBadgeInWords } from '#utils/cms/card.ts';
import type { CmsPost, Written } from '#utils/cms/engine.ts';
import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import { hasBadgeInWords, LINK_STRIPPED } from '#utils/cms/link.ts';
import { nameFor, type Picture, smaller, type ToJpeg, toPicture } from '#utils/cms/picture.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { formatsFor, shownOf } from './format.ts';
import type { KeptForms } from './keptForms.ts';
import { withBestForm } from './media.ts';
import type { NodeForm } from './nodeForm.ts';
import { pictureEnd, type Ways } from './pictureEnd.ts';
import { pictureField } from './pictureField.ts';
import { saveNode, type Wanted } from './save.ts';
import { type Drupal, nodeOn } from './session.ts';
import { TAG } from './term.ts';
import { bodyHtml, plainTitle } from './text.ts';
import { textPicture } from './textPicture.ts';
import { unpublishNode } from './unpublish.ts';

/** What the search tells the writing. */
interface Place {
  /** An address that no post has; null where addresses are not given by us. */
  freeAddress(): string | null;
  /** Finds the new post on sites that lead on to another page than the post's own. */
  justMade(): Promise<string>;
}

/** Writes posts: a new one for `current` null. */
export function writerOf(
  session: Drupal,
  forms: KeptForms,
  link: string,
  toJpeg: ToJpeg,
  place: Place,
): (current: CmsPost | null, post: LinkBackPost) => Promise<Written> {
  async function write(current: CmsPost | null, post: LinkBackPost): Promise<Written> {
    const first = await forms.take(current?.id ?? null);
    const picture = await toPicture(post.image, toJpeg);
    const alt = plainTitle(post.image?.alt ?? '');
    const sent = picture && { picture, alt, post, toJpeg };
    const { node, media } = await withBestForm(session, first, current, sent);
    const hasField = pictureField(node) !== null;
    const isInText = picture !== null && !hasField && media === null;
    const inText = isInText ? await textPicture(session, node, current, picture, post, toJpeg) : null;
    const html = bodyHtml(post.html, inText);
    const wanted: Wanted = {
      title: plainTitle(post.title),
      html: hasBadgeInWords(current?.html ?? '', link) ? withBadgeInWords(html) : html,
      publish: !post.asDraft && (current === null || isToShow(current, post)),
      isDraft: post.asDraft === true && current === null,
      picture: picture && hasField && isToSend(picture, node, post) ? { ...picture, alt } : null,
      media: media === 'stays' ? null : media,
      async smaller() {
        const blob = picture && (await smaller(picture.blob, toJpeg));
        return blob && picture && { blob, name: nameFor(picture.name, blob), alt };
      },
      ...(current === null ? { alias: place.freeAddress(), tag: TAG } : { alias: null, tag: null }),
    };
    const isSame =
      current !== null && fingerprintOf(current.title, current.html ?? '') === fingerprintOf(wanted.title, wanted.html);
    if (isSame && (wanted.picture ?? wanted.media) === null && !wanted.publish)
      return written(current.id, picture, { inText, media }, post);
    return written(await send(node, current?.id ?? null, wanted), picture, { inText, media }, post);
  }

  /** Sends the form in one text format after the other, until one lets the link through to the page. */
  async function send(first: NodeForm, current: string | null, wanted: Wanted): Promise<string> {
    let node = first;
    let id = current;
    for (const format of formatsFor(first, current === null)) {
      const page = await saveNode(session, node, format, wanted);
      id ??= nodeOn(page) ?? (await place.justMade());
      const shown = await shownOf(session, id, page, link);
      if (shown === 'all') return id;
      node = await forms.take(id);
      if (shown === 'none') continue;
      const said = {
        ...wanted,
        html: withBadgeInWords(wanted.html),
        picture: null,
        media: null,
        alias: null,
        tag: null,
      };
      await saveNode(session, node, format, said);
      return id;
    }
    if (id === null) throw new CmsError('no_permission', 'text format');
    // What cannot be taken down now is remembered by its trace.
    await unpublishNode(session, id, node, current === null).catch(() => undefined);
    throw new CmsError('not_read_back', LINK_STRIPPED, null, [{ postId: id, editedMark: null }]);
  }

  async function written(id: string, picture: Picture | null, ways: Ways, { image }: LinkBackPost): Promise<Written> {
    const node = await forms.readAfterSave(id);
    if (node === null) return { id, imageId: null, imageUrl: null };
    return { id, ...pictureEnd(node, session.siteUrl, image !== null, picture, ways) };
  }

  return write;
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
