import { type ListingInput, saidOver } from '#contract';
import { practicePhoneIssue } from '#contract/practice.ts';
import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { toListingInput } from '#utils/listing/form.ts';
import { withoutOpenLines } from '#utils/listing/template.ts';
import { saidUpon } from '#utils/listings/agreed.ts';
import { isSameListing } from '#utils/listings/equality.ts';
import { rekeyedPost } from '#utils/listings/rekey.ts';
import { blankListing } from '#utils/listings/sync.ts';
import { readBook } from '#utils/makers/book.ts';
import { asPublished } from '#utils/makers/consent.ts';
import { rememberMaker } from '#utils/makers/remember.ts';
import type { Draft, FieldIssue } from '#utils/model/draft.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { enqueue, OUTBOX_STORES } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { OWNERSHIP_STORES, siteOwnerOf } from '#utils/villages/ownership.ts';
import { overNewest } from './newest.ts';

export interface Published {
  issues: FieldIssue[];
  /** The draft as it is now, where what another device said had to be taken into it. */
  merged?: Draft | undefined;
  row: OutboxRow | null;
}

/**
 * Owes the draft's listing from this moment on, for the village of its site, or answers what is wrong with it. When the
 * button is pressed twice, or in two tabs, the same words are one revision: the second press finds the first one's row
 * (or null when it is all done). What another device changed since the draft was opened is kept; where both changed the
 * same field, the person is asked, and publishing again takes theirs. Throws `village_unknown` while a person has to say first which village the site is
 * for.
 */
export function publish(db: Db, typed: Draft, clock: Clock): Promise<Published> {
  return db.change([...OUTBOX_STORES, ...OWNERSHIP_STORES, 'makers'], async (tx): Promise<Published> => {
    const known = await tx.get('listings', typed.id);
    const { draft, conflicts } =
      known === undefined ? { draft: typed, conflicts: [] } : await overNewest(tx, typed, known);
    if (conflicts.length > 0) {
      const merged = { ...draft, issues: conflicts };
      await tx.put('drafts', merged);
      return { issues: conflicts, merged, row: null };
    }
    const rev = Math.max(known?.input.rev ?? 0, known?.serverRev ?? 0, draft.baseRev) + 1;
    const siteUrl = siteUrlFor(draft, known);
    const owner = known?.village ?? (await siteOwnerOf(tx, siteUrl)).key;
    const form = withoutOpenLines(asPublished(draft.form, await readBook(tx, owner)), draft.template);
    const read = toListingInput(form, draft.photos, { rev, siteUrl, state: 'live' });
    if ('issues' in read) {
      await tx.put('drafts', draft);
      return { issues: read.issues, row: null };
    }
    const phone = await phoneIssue(tx, owner, known, read.input);
    if (phone !== null) {
      await tx.put('drafts', draft);
      return { issues: [phone], row: null };
    }
    const row = await tx.get('outbox', draft.id);
    const isRefused = row?.reason === 'rejected' || row?.reason === 'conflict';
    const village = known?.village ?? (await villageOf(tx, siteUrl));
    await rememberMaker(tx, village, read.input, known, clock.now);
    // The same words were published already, unless their village is known only now, or the marketplace dropped some.
    const isSaid =
      known !== undefined && known.village === village && !known.unheard && isSameListing(known.input, read.input);
    if (isSaid && !isRefused) {
      await tx.delete('drafts', draft.id);
      return { issues: [], row: row ?? null };
    }
    const listing = {
      ...(known ?? (await begun(tx, draft.id, read.input, clock))),
      village,
      input: known === undefined ? read.input : saidOver(known.theirs ?? known.input, read.input),
      ...(known !== undefined && saidUpon(known, row)),
      linkbackSkipped: false,
      // An article of its own that stands already goes on being the link back.
      ...(draft.shownIn === 'article' &&
        (known?.post ?? null) === null && {
          inArticle: true,
          ...(draft.prefilled?.ofProduct !== undefined && { inProduct: true }),
        }),
    };
    await tx.delete('drafts', draft.id);
    return { issues: [], row: await say(tx, listing, clock) };
  });
}

/**
 * Null when the village may have this number: one for practice only those of its sheet, a real one none of those. The
 * marketplace says the same; here it is said before anything is sent.
 */
async function phoneIssue(
  tx: Tx,
  owner: VillageKey | null,
  known: StoredListing | undefined,
  { producer: { phone } }: ListingInput,
): Promise<FieldIssue | null> {
  const village = owner === null ? undefined : await tx.get('villages', owner);
  const practice = village?.public.village.practice ?? null;
  if (village === undefined || (practice === null && known?.input.producer.phone === phone)) return null;
  const code = practicePhoneIssue(practice, phone);
  return code === null ? null : { path: 'producer.phone', code };
}

/** A listing that is published for the first time, with what stands for it on the site since it had another id. */
async function begun(tx: Tx, id: string, input: ListingInput, { now }: Clock): Promise<StoredListing> {
  const carried = await rekeyedPost(tx, id);
  return { ...blankListing(id, input, now), ...(carried ?? { untried: true }) };
}

/** A post that is already on a site stays with that site. */
function siteUrlFor(draft: Draft, known: StoredListing | undefined): string | null {
  return known !== undefined && known.post !== null ? known.input.siteUrl : draft.siteUrl;
}

async function villageOf(tx: Tx, siteUrl: string | null): Promise<VillageKey | null> {
  const { key, candidates } = await siteOwnerOf(tx, siteUrl);
  if (key === null && candidates.length > 0) throw new AppError('village_unknown');
  return key;
}

async function say(tx: Tx, listing: StoredListing, clock: Clock): Promise<OutboxRow | null> {
  const said = { ...listing, updatedAt: clock.now };
  await tx.put('listings', said);
  return enqueue(tx, said, clock);
}

/** Changes what is said of a listing without opening its form (sold out, withdrawn, back again). Throws `listing_unknown`. */
export function revise(db: Db, id: string, change: Partial<ListingInput>, clock: Clock): Promise<void> {
  return db.change(OUTBOX_STORES, (tx) => reviseIn(tx, id, change, clock));
}

/** The same within a transaction, which must hold `OUTBOX_STORES`. */
export async function reviseIn(tx: Tx, id: string, change: Partial<ListingInput>, clock: Clock): Promise<void> {
  const known = await tx.get('listings', id);
  if (known === undefined) throw new AppError('listing_unknown');
  const input = saidOver(known.input, { ...known.input, ...change });
  if (isSameListing(known.input, input)) return;
  // Over another device's words that nobody here has settled, it stays a conflict: the marketplace refuses this revision.
  const { theirs } = known;
  const rev = theirs?.rev ?? Math.max(known.input.rev, known.serverRev) + 1;
  const sides = theirs === undefined && saidUpon(known, await tx.get('outbox', id));
  await say(tx, { ...known, ...sides, input: { ...input, rev } }, clock);
}
