import { fingerprintOf } from './fingerprint.ts';
import { countLinks, hasSameText, isLinkBack } from './link.ts';
import { serialize } from './serialize.ts';
import { CmsError, type LinkBackPost, type PostRef } from './types.ts';

/** A post as the CMS keeps it. `title` and `html` are its stored source, not what a theme makes of them. */
export interface CmsPost {
  id: string;
  title: string;
  /** Null where the CMS does not show it, as some do for what is in the trash. */
  html: string | null;
  /** `down`: taken down on purpose and restorable (trash, or what this CMS has for it). */
  state: 'published' | 'pending' | 'draft' | 'down';
  /** True when this role may look but not touch: somebody else's, or approved since. `html` may then be the public one. */
  readOnly?: boolean;
  /** The public address, the most lasting one that the CMS has. */
  url: string;
}

export interface Written {
  id: string;
  imageId: string | null;
  imageUrl: string | null;
}

/**
 * What a CMS must be able to do; everything an adapter promises beyond that (exactly one post, a person's edits respected,
 * nothing believed that was not read back) is made of it here, once. Every method throws `CmsError` alone.
 */
export interface Store {
  /** The post with this id, also when it is down; null when there is none. */
  read(id: string): Promise<CmsPost | null>;
  /** Every post, down or not, whose stored html may hold the link. Too many do no harm: they are compared exactly. */
  search(link: string): Promise<CmsPost[]>;
  /**
   * Creates (`current` is null), changes or restores. Published when the role may, else left for an editor. Puts the
   * picture in by `withImage`, and goes without one that the role or the CMS refuses: the link matters more.
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
    // By its id it stays ours even if the link was taken out by hand; by search only what we wrote is ours.
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
  // The post is there but a person took our link out of it (or a restored backup gave its id to another article):
  // ask; and if the answer is yes, write a new one rather than over something that no longer says it is ours.
  if (known !== null && known.state !== 'down' && !post.overwriteEdits) throw new CmsError('edited_by_hand');
  return null;
}

async function findByLink(store: Store, link: string): Promise<CmsPost[]> {
  const found = await store.search(link);
  return found
    .filter(({ html }) => html !== null && (store.dropsImages ? countLinks(html, link) === 1 : isLinkBack(html, link)))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

/** The words of before, although others were sent: a reply of success to a write that was dropped. */
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
 * Unpublished by a person counts as an edit; taken down does not: a listing that is live again comes back. A post that
 * already says what we are about to write is our own write whose answer was lost.
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
  };
}
