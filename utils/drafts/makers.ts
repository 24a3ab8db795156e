import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { contactId, findMaker } from '#utils/makers/book.ts';
import { consentOf, isSameMaker } from '#utils/makers/names.ts';
import { consentNow, newMaker, sayMaker } from '#utils/makers/remember.ts';
import type { MakerNames, StoredMaker } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { renameInDefaults } from './defaults.ts';
import { followWithdrawal, MAKER_STORES, rename, villageContact } from './followMaker.ts';

/** A maker's row, begun here where only a product tells of the maker. */
async function rowOf(tx: Tx, village: VillageKey, names: MakerNames, { now }: Clock): Promise<StoredMaker> {
  return (await findMaker(tx, village, names)) ?? (await newMaker(tx, village, names, now));
}

/**
 * Gives a maker another name or number, and says every product anew. Where that is another maker of the book already, the two
 * become one: of consents and withdrawals the later count. `agreed`: the maker agreed to it just now. Throws
 * `consent_missing` for a number that nobody agreed to.
 */
export function changeMaker(
  db: Db,
  village: VillageKey,
  who: MakerNames,
  to: MakerNames,
  agreed: boolean,
  clock: Clock,
): Promise<void> {
  return db.change(MAKER_STORES, async (tx) => {
    const row = await rowOf(tx, village, who, clock);
    const found = await findMaker(tx, village, to);
    const other = found === undefined || found.id === row.id ? undefined : found;
    const consent = agreed ? await consentNow(tx, village, clock.now) : later(row, other);
    const needsAnswer = row.phone !== to.phone && consentOf(row) !== 'withdrawn';
    if (needsAnswer && !agreed && (other === undefined || consentOf(other) !== 'given'))
      throw new AppError('consent_missing');
    const withdrawnAt = Math.max(row.withdrawnAt ?? 0, other?.withdrawnAt ?? 0) || null;
    const { name, phone } = to;
    const said = await sayMaker(tx, other ?? row, { name, phone, ...consent, withdrawnAt }, clock.now);
    if (other !== undefined) await erase(tx, row, clock.now);
    await rename(tx, village, who, to, clock);
    if (consentOf(said) === 'withdrawn') await follow(tx, said, clock);
  });
}

function later(one: StoredMaker, other: StoredMaker | undefined) {
  const { consentAt, consentDevice } = (other?.consentAt ?? 0) > (one.consentAt ?? 0) && other ? other : one;
  return { consentAt, consentDevice };
}

/** Withdraws a maker's consent; the products follow. */
export function withdrawConsent(db: Db, village: VillageKey, who: MakerNames, clock: Clock): Promise<void> {
  return db.change(MAKER_STORES, async (tx) => {
    const row = await rowOf(tx, village, who, clock);
    const said = await sayMaker(tx, row, { withdrawnAt: Math.max(clock.now, row.consentAt ?? 0) }, clock.now);
    await follow(tx, said, clock);
  });
}

/** The products follow; which ones is kept, to tell how many are not done yet. */
async function follow(tx: Tx, row: StoredMaker, clock: Clock): Promise<void> {
  const ids = await followWithdrawal(tx, row, clock);
  await tx.put('makers', { ...row, moved: [...new Set([...(row.moved ?? []), ...ids])] });
}

/**
 * Deletes a maker everywhere: products that name her are the village's own from now on. Throws `contact_missing` where there
 * are such products and the village has said no name and number of its own.
 */
export function removeMaker(db: Db, village: VillageKey, who: MakerNames, clock: Clock): Promise<void> {
  return db.change(MAKER_STORES, async (tx) => {
    const row = await rowOf(tx, village, who, clock);
    const contact = await villageContact(tx, village);
    const isInUse = (await tx.all('listings')).some(
      (listing) => listing.village === village && isSameMaker(listing.input.producer, who),
    );
    if (isInUse && (contact === null || contact.id === row.id)) throw new AppError('contact_missing');
    if (isInUse && contact !== null) await rename(tx, village, who, contact, clock);
    else await renameInDefaults(tx, village, who, null);
    await erase(tx, row, clock.now);
  });
}

/** Says in which name and with which number the village itself sells; what it sells so already follows. */
export function sayContact(db: Db, village: VillageKey, to: MakerNames, clock: Clock): Promise<void> {
  return db.change(MAKER_STORES, async (tx) => {
    const id = await contactId(tx, village);
    if (id === null) throw new AppError('not_connected');
    const known = await tx.get('makers', id);
    const { name, phone } = to;
    const row = known ?? { ...(await newMaker(tx, village, to, clock.now)), id };
    const said = { name, phone, ...(await consentNow(tx, village, clock.now)), withdrawnAt: null, isGone: false };
    await sayMaker(tx, row, said, clock.now);
    if (known !== undefined && !known.isGone) await rename(tx, village, known, to, clock);
  });
}

/** What a deleted maker leaves until the marketplace has deleted it too: an id. */
async function erase(tx: Tx, { id, village, rev, serverRev }: StoredMaker, now: number): Promise<void> {
  const nothing = { name: '', phone: '', consentAt: null, consentDevice: null, withdrawnAt: null };
  await tx.put('makers', { id, village, ...nothing, rev, serverRev, isGone: true, updatedAt: now });
}
