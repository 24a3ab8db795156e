import { fingerprintOf } from './fingerprint.ts';
import { countLinks, hasSameText, isLinkBack, LINK_STRIPPED } from './link.ts';
import { serialize } from './serialize.ts';
import { beforeWriting, isTraced, traceOf, withTrace } from './traces.ts';
import { CmsError, type LinkBackPost, type PictureMissing, type PostRef, type PostToUnpublish } from './types.ts';

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
  /** What the CMS said in red beside its yes: why, if it turns out to have saved nothing. */
  said?: string | null;
  /** The post as it stands after the write, where the store had to read it itself: then it is not read once more. */
  after?: CmsPost | undefined;
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
   * Posts that may hold the link, by other ways than the CMS's search for it, which some sites limit to titles: those of
   * this title and, with `newest`, those that were made last. As few as a person would look through.
   */
  lookAround(wanted: LookAround): Promise<CmsPost[]>;
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

export interface LookAround {
  link: string;
  /** The post's title; null when nobody remembers it. */
  title: string | null;
  newest: boolean;
}

/** Where the driver is and what is open there. */
interface Place {
  siteUrl: string;
  openPost: string | null;
}

/**
 * Creates the listing's post or brings it up to date, and reads it back. May be repeated after a death at any point. A
 * post that the site has stored without our link is taken down at once, and written again in the same place next time.
 */
export function savePost(store: Store, place: Place, post: LinkBackPost): Promise<PostRef> {
  return serialize(`${place.siteUrl} ${post.link}`, async () => {
    const current = await beforeWriting(async () => {
      const found = await findToChange(store, post);
      if (found !== null) check(found, place);
      return found;
    });
    const written = await write(store, current, post);
    const after = written.after ?? (await readBack(store, written.id));
    if (after.state === 'down' || after.html === null || isStill(after, current, post))
      throw new CmsError(written.said ? 'refused' : 'not_read_back', written.said, null, [traceOf(after)]);
    if (!holds(after, post.link)) throw await strippedOf(store, after);
    return toRef(after, after.state, written);
  });
}

async function write(store: Store, current: CmsPost | null, post: LinkBackPost): Promise<Written> {
  try {
    return await store.write(current, post);
  } catch (error) {
    // The write may have brought back a post that the site had stored without our link.
    if (current !== null && !isOurs(current, post)) await unpublishOne(store, current.id).catch(() => undefined);
    throw current === null ? error : withTrace(error, traceOf(current));
  }
}

async function readBack(store: Store, id: string): Promise<CmsPost> {
  let after: CmsPost | null;
  try {
    after = await store.read(id);
  } catch (error) {
    throw withTrace(error, { postId: id, editedMark: null });
  }
  if (after === null) throw new CmsError('not_read_back', null, null, [{ postId: id, editedMark: null }]);
  return after;
}

/** The site has taken our link out: the post says nothing true of us any more, so it does not stay. */
async function strippedOf(store: Store, after: CmsPost): Promise<CmsError> {
  // What cannot be taken down now is remembered by its trace, and owed when the listing is withdrawn.
  if (!after.readOnly) await unpublishOne(store, after.id).catch(() => undefined);
  return new CmsError('not_read_back', LINK_STRIPPED, null, [traceOf(after)]);
}

/** Takes down every post of the listing. Null when there is none; one that was down already is success. */
export function unpublishPost(store: Store, place: Place, post: PostToUnpublish): Promise<PostRef | null> {
  return serialize(`${place.siteUrl} ${post.link}`, async () => {
    const known = post.known === null ? null : await store.read(post.known.postId);
    // The post with the known id stays ours even if the link was taken out by hand; of what the search finds, only what
    // we wrote is ours. All ways are gone, because an answer that was lost may have made a second post.
    const isUnsure = post.mayStand !== undefined;
    const wanted = { link: post.link, title: post.title ?? null, newest: isUnsure };
    const ours = [...(known === null ? [] : [known]), ...(await findTraced(store, post))];
    const around = await store.lookAround(wanted);
    // What a write of unknown end has left of a product that has moved since holds the link of then.
    const links = isUnsure && post.former !== undefined ? [post.link, post.former] : [post.link];
    for (const link of links) ours.push(...(await findByLink(store, link)), ...onlyOurs(store, around, link));
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
  if (post.isFirst) return null;
  const known = post.known === null ? null : await store.read(post.known.postId);
  if (known !== null && (known.html === null || isOurs(known, post))) {
    if (!known.readOnly && !post.overwriteEdits && isEdited(known, post)) throw new CmsError('edited_by_hand');
    return known;
  }
  const found = await findAll(store, post);
  const [best] = [...found.filter(({ state }) => state !== 'down'), ...found];
  if (best !== undefined) return best;
  // The post is there, but a person took our link out of it (or a restored backup gave its id to another article), so
  // the person is asked. After a yes a new post is written: this one no longer says that it is ours.
  if (known !== null && known.state !== 'down' && !post.overwriteEdits) throw new CmsError('edited_by_hand');
  return null;
}

/** The listing's posts, by one way after the other until one finds any. */
async function findAll(store: Store, post: LinkBackPost): Promise<CmsPost[]> {
  const traced = await findTraced(store, post);
  if (traced.some(({ state }) => state !== 'down')) return traced;
  const { link, former, title, mayStand } = post;
  const found = await findByLink(store, link);
  // What a write of unknown end has left of a product that has another id by now holds the link of then.
  if (former !== undefined && mayStand !== undefined) found.push(...(await findByLink(store, former)));
  if (found.length > 0) return [...found, ...traced];
  const around = await store.lookAround({ link, title, newest: mayStand !== undefined });
  return [...onlyOurs(store, around, link), ...traced];
}

/** What earlier writes of unknown end have left, as far as it is there and still ours. */
async function findTraced(store: Store, post: PostToUnpublish): Promise<CmsPost[]> {
  const found: CmsPost[] = [];
  for (const trace of post.mayStand ?? []) {
    const stored = await store.read(trace.postId);
    if (stored !== null && isTraced(stored, trace, post)) found.push(stored);
  }
  return found;
}

const findByLink = async (store: Store, link: string): Promise<CmsPost[]> =>
  onlyOurs(store, await store.search(link), link);

function onlyOurs(store: Store, found: CmsPost[], link: string): CmsPost[] {
  return found
    .filter(({ html }) => html !== null && (store.dropsImages ? countLinks(html, link) === 1 : isLinkBack(html, link)))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

/**
 * True when the post still says what it said before (a new one nothing), although other words were sent: the CMS answered
 * success to a write that it dropped.
 */
function isStill(after: CmsPost, before: CmsPost | null, post: LinkBackPost): boolean {
  return after.html === (before === null ? '' : before.html) && !hasSameText(after.html ?? '', post.html);
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

function toRef(stored: CmsPost, state: PostRef['state'], image: Omit<Written, 'id' | 'after'>): PostRef {
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
