import { newId } from '#contract/newId.ts';
import { CARD_CHANGED, CARD_GONE, CARD_STALE } from '#utils/model/cardTask.ts';
import { type OutboxListing, WAIT_REASONS, type WaitReason } from '#utils/model/outbox.ts';
import type { StoredListing } from '#utils/model/stored.ts';

export interface Seeded {
  listings: StoredListing[];
  outbox: OutboxListing[];
}
export type Seeds = (like: StoredListing) => Seeded;

const DAY = 86_400_000;
type Change = (listing: StoredListing) => Partial<StoredListing>;

/** One listing, named after what it shows; with a reason, a row waits for it, and is not tried again by itself. */
function one(
  like: StoredListing,
  name: string,
  wait: { reason: WaitReason; detail?: string; owed?: OutboxListing['owed'] } | null,
  change: Change = () => ({}),
): Seeded {
  const listing: StoredListing = { ...like, id: newId(), input: { ...like.input, name } };
  const changed = { ...listing, ...change(listing) };
  if (wait === null) return { listings: [changed], outbox: [] };
  const { reason, detail = null, owed = reason === 'proof_failed' ? ['proof'] : ['linkback', 'proof'] } = wait;
  const row: OutboxListing = {
    kind: 'listing',
    id: listing.id,
    rev: listing.input.rev,
    owed,
    photosDone: 1,
    photosAll: 1,
    attempts: 1,
    nextAt: Date.now() + DAY,
    reason,
    detail,
    createdAt: Date.now(),
  };
  return { listings: [changed], outbox: [row] };
}

const all = (seeded: Seeded[]): Seeded => ({
  listings: seeded.flatMap(({ listings }) => listings),
  outbox: seeded.flatMap(({ outbox }) => outbox),
});

/** Why a link was not seen, as the marketplace and this device name it. */
const LINK_REASONS = [
  'link_missing',
  'page_gone',
  'kept_out',
  'unreachable',
  'timeout',
  'status',
  'host_foreign',
  'backlink_foreign_host',
  'address_private',
  'too_large',
  'not_a_page',
  'site_closed',
];

const byHandPost: Change = ({ post }) => ({ post: post && { ...post, postId: 'by-hand' } });

/** Everything that a row may wait for. */
export const waiting: Seeds = (like) =>
  all([
    ...WAIT_REASONS.filter((reason) => reason !== 'by_hand' && reason !== 'proof_failed').map((reason) =>
      one(like, reason, { reason, ...(DETAILS[reason] && { detail: DETAILS[reason] }) }),
    ),
    one(like, 'refused_link_stripped', { reason: 'refused', detail: 'link_stripped' }),
    one(like, 'refused_link_stripped_stands', { reason: 'refused', detail: 'link_stripped_stands' }),
    ...LINK_REASONS.map((detail) => one(like, detail, { reason: 'proof_failed', detail })),
  ]);
const DETAILS: Partial<Record<WaitReason, string>> = {
  markup_changed: 'form#post',
  field_required: 'Dusun',
  refused: 'Maaf, Anda tidak diperbolehkan memakai judul ini.',
};

/** The link back by a person's hand: for the first time, and when a card in an article is no longer right. */
export const byHand: Seeds = (like) =>
  all([
    one(like, 'by_hand', { reason: 'by_hand' }, () => ({ post: null, postRev: 0 })),
    one(like, 'card_changed', { reason: 'by_hand', detail: CARD_CHANGED }, byHandPost),
    one(like, 'card_stale', { reason: 'by_hand', detail: CARD_STALE }, byHandPost),
    one(like, 'card_gone', { reason: 'by_hand', detail: CARD_GONE }, (listing) => ({
      ...byHandPost(listing),
      input: { ...listing.input, state: 'withdrawn' },
    })),
    one(like, 'proof_failed by hand', { reason: 'proof_failed', detail: 'link_missing' }, byHandPost),
    one(like, 'linked by hand', null, (listing) => ({
      ...byHandPost(listing),
      verification: listing.verification && { ...listing.verification, state: 'checking' },
    })),
  ]);

/** Posts that stand, but not as well as they should. */
export const notes: Seeds = (like) => {
  const post =
    (change: object): Change =>
    (listing) => ({ post: listing.post && { ...listing.post, ...change } });
  return all([
    one(like, 'pending', null, post({ state: 'pending' })),
    one(like, 'kept', null, post({ state: 'draft', kept: true })),
    one(like, 'picture: role', null, post({ pictureMissing: 'role' })),
    one(like, 'picture: refused', null, post({ pictureMissing: 'refused' })),
    one(like, 'picture: media', null, post({ pictureMissing: 'media' })),
    one(like, 'kept out', null, ({ verification }) => ({
      keptOut: true,
      verification: verification && { ...verification, state: 'checking', reason: 'kept_out' },
    })),
    one(like, 'checking', null, ({ verification }) => ({
      verification: verification && { ...verification, state: 'checking', reason: null },
    })),
    one(like, 'sold out', null, ({ input }) => ({ input: { ...input, availability: 'habis' } })),
    one(like, 'hidden by the operator', null, () => ({ hidden: 'Foto bukan milik sendiri.' })),
  ]);
};

/** The link health: a link that the marketplace no longer finds. (What a person did to a post is seen by publishing.) */
export const health: Seeds = (like) =>
  all([
    ...LINK_REASONS.map((reason) =>
      one(like, reason, null, ({ verification }) => ({
        verification: verification && { ...verification, state: 'broken', reason },
      })),
    ),
    one(like, 'edited', { reason: 'edited_by_hand' }),
  ]);

/** A product that was published before numbers in its words were refused. */
export const phone: Seeds = (like) =>
  one(like, 'Gula semut 0812-3456-7890', null, ({ input }) => ({
    input: { ...input, description: 'Hubungi Bu Siti, 0812 3456 7890.' },
  }));

/** Products that nobody has touched for long. */
export const untouched: Seeds = (like) => {
  const long = (days: number) => ({ checkedAt: 0, updatedAt: Date.now() - days * DAY });
  return all([
    one(like, 'Gula semut organik', null, () => long(64)),
    one(like, 'Keripik singkong balado pedas manis tanpa pengawet kemasan besar', null, () => long(120)),
  ]);
};
