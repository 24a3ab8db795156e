import { newId } from '#contract/newId.ts';
import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { isBlank } from '#utils/listing/blank.ts';
import { emptyForm } from '#utils/listing/emptyForm.ts';
import { toListingInput } from '#utils/listing/form.ts';
import { permitFields } from '#utils/listing/permits.ts';
import { withoutOpenLines } from '#utils/listing/template.ts';
import { isSameListing } from '#utils/listings/equality.ts';
import { stillStands } from '#utils/listings/mayStand.ts';
import { forgetRekeyed, rekeyedPost } from '#utils/listings/rekey.ts';
import { toDraft } from '#utils/listings/toDraft.ts';
import type { Draft, Said } from '#utils/model/draft.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { leaveBehind } from '#utils/outbox/leftovers.ts';
import { defaultsFor } from './defaults.ts';
import { allListed } from './lists.ts';
import { overOtherTab } from './merge.ts';
import { overNewest } from './newest.ts';

const DRAFT_STORES = ['drafts', 'listings', 'photos', 'values', 'villages'] as const;

/**
 * The draft that the panel opens with: of this listing, else the unfinished new product of this site, else a new one. It
 * is stored at once, so that two tabs that open together write the same listing. With `fresh` a draft that somebody wrote
 * in, or that was imported, is left for later; one that is `held` by another window always is.
 */
export function openDraft(
  db: Db,
  listingId: string | null,
  siteUrl: string | null,
  now: number,
  fresh = false,
  held: ReadonlySet<string> = new Set(),
): Promise<Draft> {
  return db.change(DRAFT_STORES, async (tx) => {
    if (listingId !== null) return openListing(tx, listingId);
    const drafts = await tx.all('drafts');
    const listings = new Set(await tx.keys('listings'));
    const listed = await allListed(tx);
    const unfinished = drafts
      .filter((draft) => !listed.has(draft.id) && !held.has(draft.id))
      .filter((draft) => draft.siteUrl === siteUrl && !listings.has(draft.id) && (!fresh || isBlank(draft)))
      .sort((a, b) => b.updatedAt - a.updatedAt);
    if (unfinished[0] !== undefined) return unfinished[0];
    return store(tx, newDraft(siteUrl, emptyForm(await defaultsFor(tx, siteUrl)), now));
  });
}

/**
 * A new, empty product, whatever other drafts there are. With `isOfOthers` (words and a picture that somebody sent) the last
 * product's maker and unit are not carried over: nobody has said them of this one.
 */
export function beginDraft(db: Db, siteUrl: string | null, now: number, isOfOthers = false): Promise<Draft> {
  return db.change(DRAFT_STORES, async (tx) => {
    const defaults = await defaultsFor(tx, siteUrl);
    const unsaid = isOfOthers ? { producerName: '', producerPhone: '', unit: '' } : {};
    return store(tx, newDraft(siteUrl, emptyForm({ ...defaults, ...unsaid }), now));
  });
}

async function openListing(tx: Tx, id: string): Promise<Draft> {
  const draft = await tx.get('drafts', id);
  const listing = await tx.get('listings', id);
  // A reopened form has to build on the newest revision, which may be another device's, and has to show it.
  if (draft !== undefined) {
    if (listing === undefined) return draft;
    return opened(tx, draft, listing);
  }
  if (listing === undefined) throw new AppError('listing_unknown');
  return opened(tx, await toDraft(tx, listing), listing);
}

async function opened(tx: Tx, draft: Draft, listing: StoredListing): Promise<Draft> {
  const { draft: merged, conflicts } = await overNewest(tx, draft, listing);
  const issues = conflicts.length > 0 ? conflicts : merged.issues;
  // A draft without a base cannot be merged: it stands for the newest revision as it is.
  const baseRev = merged.base === undefined ? Math.max(listing.serverRev, listing.input.rev) : merged.baseRev;
  return { ...merged, issues, baseRev };
}

function newDraft(siteUrl: string | null, form: Draft['form'], now: number): Draft {
  return { id: newId(), siteUrl, form, photos: [], baseRev: 0, prefilled: null, issues: [], updatedAt: now };
}

async function store(tx: Tx, draft: Draft): Promise<Draft> {
  await tx.put('drafts', draft);
  return draft;
}

/**
 * Keeps what is typed. A save that was still on its way when its words were published must not bring the draft back. Two tabs may
 * hold one draft: `over` is what this one last knew of it, and what another has written meanwhile in other fields stays; the
 * draft is answered then.
 */
export function saveDraft(db: Db, draft: Draft, now: number, over?: Said): Promise<{ savedAt: number; draft?: Draft }> {
  return db.change(DRAFT_STORES, async (tx) => {
    const listing = await tx.get('listings', draft.id);
    const isLate = listing !== undefined && draft.baseRev < listing.input.rev && hasSameText(draft, listing.input);
    if (isLate) return { savedAt: now };
    const stored = over && (await tx.get('drafts', draft.id));
    const merged = stored && overOtherTab(draft, stored, over);
    await tx.put('drafts', { ...(merged ?? draft), updatedAt: now });
    return { savedAt: now, ...(merged && { draft: { ...merged, updatedAt: now } }) };
  });
}

function hasSameText(draft: Draft, input: Parameters<typeof isSameListing>[0]): boolean {
  // Of a maker who is known to agree, nothing is ticked, and where nobody is named it is the village's own.
  const { name: producerName, phone: producerPhone } = input.producer;
  const isNobodys = draft.form.producerName.trim() === '' && draft.form.producerPhone.trim() === '';
  const said = withoutOpenLines(draft.form, draft.template);
  const form = { ...said, consent: true, ...(isNobodys && { producerName, producerPhone }) };
  const read = toListingInput(form, draft.photos, input);
  return 'input' in read && isSameListing(input, read.input);
}

/**
 * Throws a draft away. The article that was kept for it, of a product of a village that was left, is nobody's then: it is
 * taken down at the next visit to its site.
 */
export function discardDraft(db: Db, id: string): Promise<void> {
  return db.change(['drafts', 'listings', 'values'], async (tx) => {
    const draft = await tx.get('drafts', id);
    await tx.delete('drafts', id);
    const kept = await rekeyedPost(tx, id);
    // A draft of a listing is only what was being typed: its article goes on being the listing's.
    if (draft === undefined || kept?.former === undefined || (await tx.get('listings', id)) !== undefined) return;
    await forgetRekeyed(tx, id);
    const { post, former: link, mayStand } = kept;
    if (stillStands(kept) && draft.siteUrl !== null)
      await leaveBehind(tx, id, { siteUrl: draft.siteUrl, link, title: draft.form.name, post, mayStand });
  });
}

/** A new product that starts as a copy. Consent is asked anew: it was given for the other product. Throws `listing_unknown`. */
export function duplicateDraft(db: Db, id: string, now: number): Promise<Draft> {
  return db.change(DRAFT_STORES, async (tx) => {
    const listing = await tx.get('listings', id);
    const from = (await tx.get('drafts', id)) ?? (listing && (await toDraft(tx, listing)));
    if (from === undefined) throw new AppError('listing_unknown');
    // Permits are of the product, but the number of the business is of all its products.
    const permits = { ...permitFields(undefined), nib: from.form.nib };
    const said = withoutOpenLines(from.form, from.template);
    const copy = newDraft(from.siteUrl, { ...said, ...permits, consent: false, flagship: false }, now);
    return store(tx, { ...copy, photos: from.photos });
  });
}
