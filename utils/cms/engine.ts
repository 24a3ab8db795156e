import { fingerprintOf } from './fingerprint.ts';
import { countLinks, hasSameText, isLinkBack } from './link.ts';
import { serialize } from './serialize.ts';
import { CmsError, type LinkBackPost, type PictureMissing, type PostRef } from './types.ts';

/** A post as the CMS keeps it. `title` and `html` are its stored source, not what a theme makes of them. */
export interface CmsPost {
  id: string;
  title: string;
  /** Null where the CMS does not show it, as some do for what is in the trash. */
  html: string | null;
  /** `down`: taken down on purpose and restorable (trash, or what this CMS has for it). */
  state: 'published' | 'pending' | 'draft' | 'down';
  /**
   * True when this role may look at the post but not change it: it is somebody else's, or it was approved since. `html`
   * may then be the public one.
   */
  readOnly?: boolean;
  /** True when this role may publish it, as far as the CMS says so. */
  mayPublish?: boolean;
  /** The public address, the most lasting one that the CMS has. */
  url: string;
}

export interface Written {
  id: string;
  imageId: string | null;
  imageUrl: string | null;
  /** Set when the post was to have a picture and has none. */
  pictureMissing?: PictureMissing | undefined;
}

/**
 * What a CMS must be able to do. Everything that an adapter promises beyond that (exactly one post, a person's edits
 * respected, nothing believed that was not read back) is built on it here, once. Every method throws `CmsError` alone.
 */
export interface Store {
  /** The post with this id, also when it is down; null when there is none. */
  read(id: string): Promise<CmsPost | null>;
  /** Every post, down or not, whose stored html may hold the link. Too many do no harm: they are compared exactly. */
  search(link: string): Promise<CmsPost[]>;
  /**
   * Creates (`current` is null), changes or restores a post. It is published when the role may, else left for an
   * editor. The picture is put in by `withImage`; one that the role or the CMS refuses is left out, because the link
   * matters more, and the answer says so.
   */
  write(current: CmsPost | null, post: LinkBackPost): Promise<Written>;
  /** Takes a post down by the means the role has: trash, delete or unpublish. */
  unpublish(current: CmsPost): Promise<void>;
  /** True for a text format that drops pictures, so that our post cannot be known by its badge. */
  dropsImages?: boolean;
}

/** Where the driver is and what is open there. */
interface Place {
  siteUrl: string;
  openPost: string | null;
}

/** Creates the listing's post or brings it up to date, and reads it back. May be repeated after a death at any point. */
export function savePost(store: Store, place: Place, post: LinkBackPost): Promise<PostRef> {
  return serialize(`${place.siteUrl} ${post.link}`, async () => {
    const current = await findToChange(store, post);
    if (current !== null) check(current, place);
    const written = await store.write(current, post);
    const after = await store.read(written.id);
    if (after === null || after.state === 'down' || !holds(after, post.link) || isStill(after, current, post)) {
      throw new CmsError('not_read_back');
    }
    return toRef(after, after.state, written);
  });
}

/** Takes down every post of the listing. Null when there is none; one that was down already is success. */
export function unpublishPost(
  store: Store,
  place: Place,
  post: Pick<LinkBackPost, 'link' | 'known'>,
): Promise<PostRef | null> {
  return serialize(`${place.siteUrl} ${post.link}`, async () => {
    const known = post.known === null ? null : await store.read(post.known.postId);
    // The post with the known id stays ours even if the link was taken out by hand; of what the search finds, only what
    // we wrote is ours.
    const ours = [...(known === null ? [] : [known]), ...(await findByLink(store, post.link))];
    const standing = ours.filter((found) => found.state !== 'down');
    for (const found of standing) check(found, place);
    for (const { id } of new Map(standing.map((found) => [found.id, found])).values()) await unpublishOne(store, id);
    const [first] = ours;
    return first === undefined
      ? null
      : toRef(first, 'gone', { imageId: post.known?.imageId ?? null, imageUrl: post.known?.imageUrl ?? null });
  });
}

function check({ id, readOnly }: CmsPost, { openPost }: Place): void {
  if (readOnly) throw new CmsError('no_permission');
  if (id === openPost) throw new CmsError('open_in_editor');
}

async function unpublishOne(store: Store, id: string): Promise<void> {
  const before = await store.read(id);
  if (before === null || before.state === 'down') return;
  await store.unpublish(before);
  const after = await store.read(id);
  if (after?.state === 'published' || after?.state === 'pending') throw new CmsError('refused');
}

/** The post to change, or null to create one. Throws `edited_by_hand` when changing it would undo a person's work. */
async function findToChange(store: Store, post: LinkBackPost): Promise<CmsPost | null> {
  const known = post.known === null ? null : await store.read(post.known.postId);
  if (known !== null && (known.html === null || isOurs(known, post))) {
    if (!known.readOnly && !post.overwriteEdits && isEdited(known, post)) throw new CmsError('edited_by_hand');
    return known;
  }
  const found = await findByLink(store, post.link);
  const [best] = [...found.filter(({ state }) => state !== 'down'), ...found];
  if (best !== undefined) return best;
  // The post is there, but a person took our link out of it (or a restored backup gave its id to another article), so
  // the person is asked. After a yes a new post is written: this one no longer says that it is ours.
  if (known !== null && known.state !== 'down' && !post.overwriteEdits) throw new CmsError('edited_by_hand');
  return null;
}

async function findByLink(store: Store, link: string): Promise<CmsPost[]> {
  const found = await store.search(link);
  return found
    .filter(({ html }) => html !== null && (store.dropsImages ? countLinks(html, link) === 1 : isLinkBack(html, link)))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

/**
 * True when the post still says what it said before, although other words were sent: the CMS answered success to a
 * write that it dropped.
 */
function isStill(after: CmsPost, before: CmsPost | null, post: LinkBackPost): boolean {
  return after.html === before?.html && !hasSameText(after.html ?? '', post.html);
}

function isOurs(known: CmsPost, { link, former }: LinkBackPost): boolean {
  return holds(known, link) || (former !== undefined && holds(known, former));
}

function holds({ html }: CmsPost, link: string): boolean {
  return html !== null && countLinks(html, link) > 0;
}

/**
 * True when a person has edited the post. Unpublishing it counts as an edit; taking it down does not, because a listing
 * that is live again comes back. A post that already says what we are about to write is our own write whose answer was
 * lost.
 */
function isEdited(stored: CmsPost, { known, html }: LinkBackPost): boolean {
  if (known === null || known.state === 'gone' || stored.state === 'down') return false;
  if (known.state === 'published' && stored.state === 'draft') return true;
  return fingerprintOf(stored.title, stored.html ?? '') !== known.editedMark && !hasSameText(stored.html ?? '', html);
}

function toRef(stored: CmsPost, state: PostRef['state'], image: Omit<Written, 'id'>): PostRef {
  return {
    postId: stored.id,
    url: stored.url,
    state,
    editedMark: fingerprintOf(stored.title, stored.html ?? ''),
    imageId: image.imageId,
    imageUrl: image.imageUrl,
    ...(image.pictureMissing && { pictureMissing: image.pictureMissing }),
    ...((state === 'draft' || state === 'pending') && stored.mayPublish && { kept: true }),
  };
}
