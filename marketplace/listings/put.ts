import { type Listing, type ListingInput, type ListingPut, type Photo, saidOver } from '#contract';
import { phoneIssues } from '#contract/phonesInText.ts';
import { practicePhoneIssue } from '#contract/practice.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { findPhotos } from '#marketplace/photos/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { learnWords } from '#marketplace/search/vocabulary.ts';
import { wordsOf } from '#marketplace/search/words.ts';
import { forgetPlaces } from './places.ts';
import { rankOf } from './rank.ts';
import { columnsOf, inputOf, isSameInput, type ListingRow, toListing } from './rows.ts';
import { indexColumns } from './searchIndex.ts';
import { placeText, searchText } from './searchText.ts';

/**
 * Stores a revision, whole or not at all; optional members that it does not speak of stay as they are. The same revision
 * with the same content answers as the first time; an older one, other content under the same number, or one that was said
 * without having seen another device's newest, is `revision_old` with `current`.
 */
export async function putListing(
  deps: Deps,
  actor: Actor,
  id: string,
  { base, ...input }: ListingPut,
): Promise<{ listing: Listing; isNew: boolean }> {
  const put = await deps.db.transaction().execute(async (trx) => {
    await claimId(trx, actor, id);
    const stored = await trx
      .selectFrom('listings')
      .selectAll()
      .where('village_id', '=', actor.villageId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (stored && input.rev <= stored.rev) {
      if (input.rev === stored.rev && isSameInput(stored, input)) {
        return { listing: toListing(deps, stored), isNew: false };
      }
      throw new ProblemError('revision_old', { current: toListing(deps, stored) });
    }
    if (stored && isUnseen(stored, base, actor))
      throw new ProblemError('revision_old', { current: toListing(deps, stored) });
    checkNumbers(input, stored);
    checkPractice(actor, input, stored);
    const row = await write(trx, deps, actor, { id, input, stored, photos: await photosOf(trx, input.photos) });
    return { listing: toListing(deps, row), isNew: stored === undefined };
  });
  forgetPlaces(deps);
  return put;
}

/**
 * True when the device says that it has not seen what is stored. What it said itself it knows, also when the answer was
 * lost and its base is therefore an older one.
 */
function isUnseen(stored: ListingRow, base: number | undefined, { deviceId }: Actor): boolean {
  return base !== undefined && base < stored.rev && stored.said_by !== deviceId;
}

/**
 * Throws `invalid` for a telephone number in a text that everybody reads. The code `invalid` and the field's path are
 * known to every released extension, which then marks that field.
 */
function checkNumbers(input: ListingInput, stored: ListingRow | undefined): void {
  if (input.state === 'withdrawn') return;
  const issues = phoneIssues(input, stored && inputOf(stored));
  if (issues.length > 0) throw new ProblemError('invalid', { issues });
}

/**
 * Throws `invalid` for a producer's number that is somebody's, in a village for practice, and for one that is nobody's in a
 * real village; and for something new in a room that is being closed.
 */
function checkPractice({ practice }: Actor, input: ListingInput, stored: ListingRow | undefined): void {
  if (input.state === 'withdrawn') return;
  if (practice?.isClosing) throw new ProblemError('invalid', { issues: [{ path: '', code: 'practice_closing' }] });
  if (practice === null && stored?.producer_phone === input.producer.phone) return;
  const code = practicePhoneIssue(practice, input.producer.phone);
  if (code !== null) throw new ProblemError('invalid', { issues: [{ path: 'producer.phone', code }] });
}

/** Claims the id for the village that sent it first; when two send it at once, the second waits here for the first. */
async function claimId(trx: Db, actor: Actor, id: string): Promise<void> {
  await trx
    .insertInto('listing_ids')
    .values({ id, village_id: actor.villageId })
    .onConflict((oc) => oc.column('id').doNothing())
    .execute();
  const owner = await trx
    .selectFrom('listing_ids')
    .select('village_id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (owner.village_id !== actor.villageId) throw new ProblemError('listing_foreign');
}

async function photosOf(trx: Db, hashes: string[]): Promise<Photo[]> {
  const known = new Map((await findPhotos({ db: trx }, hashes)).map((photo) => [photo.hash, photo]));
  const issues = hashes.flatMap((hash, at) =>
    known.has(hash) ? [] : [{ path: `photos.${at}`, code: 'photo_unknown' }],
  );
  if (issues.length > 0) throw new ProblemError('photo_unknown', { issues });
  return hashes.flatMap((hash) => known.get(hash) ?? []);
}

interface Write {
  id: string;
  input: ListingInput;
  photos: Photo[];
  stored: ListingRow | undefined;
}

async function write(trx: Db, deps: Deps, actor: Actor, { id, input, photos, stored }: Write): Promise<ListingRow> {
  const village = await trx
    .selectFrom('villages')
    .select(['status', 'practice_room'])
    .where('id', '=', actor.villageId)
    .forShare() // an approval or a block at the same moment comes before or after, never between
    .executeTakeFirstOrThrow();
  const now = deps.now();
  const createdAt = stored?.created_at ?? now;
  const extra = searchText(actor.village, input.category);
  const place = placeText(actor.village);
  const index = indexColumns({ ...input, maker: input.producer.name });
  const values = {
    ...columnsOf(id, stored ? saidOver(inputOf(stored), input) : input, photos),
    said_by: actor.deviceId,
    // What is made up for practice stands in no list.
    listed:
      input.state === 'live' && !stored?.hidden && village.status === 'approved' && village.practice_room === null,
    rank: rankOf({ ...input, createdAt, verified: stored?.backlink_state === 'verified', stale: false }),
    stale: false,
    checked_at: now,
    search_extra: extra,
    search_place: place,
    ...index,
    updated_at: now,
  };
  if (village.practice_room === null) await learnWords(trx, wordsOf(`${input.name} ${place} ${index.search_maker}`));
  if (stored) {
    return trx
      .updateTable('listings')
      .set(values)
      .where('village_id', '=', actor.villageId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }
  return trx
    .insertInto('listings')
    .values({ ...values, village_id: actor.villageId, id, created_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
}
