import type { ListingInput } from '#contract';
import type { Tx } from '#utils/db/db.ts';
import type { MakerNames, StoredMaker } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { findMaker } from './book.ts';
import { consentOf, isSameMaker, makerOf, newMakerId } from './names.ts';

/** A maker of whom nothing but name and number is known yet. */
export async function newMaker(
  tx: Tx,
  village: VillageKey | null,
  { name, phone }: MakerNames,
  now: number,
): Promise<StoredMaker> {
  const taken = new Set(await tx.keys('makers'));
  const id = newMakerId(village, { name, phone }, (one) => taken.has(one));
  const unasked = { consentAt: null, consentDevice: null, withdrawnAt: null };
  return { id, village, name, phone, ...unasked, rev: 0, serverRev: 0, updatedAt: now };
}

/** Keeps what is said of a maker now; the marketplace has it to hear from this moment on. */
export async function sayMaker(
  tx: Tx,
  row: StoredMaker,
  change: Partial<StoredMaker>,
  now: number,
): Promise<StoredMaker> {
  const said = { ...row, ...change, rev: Math.max(row.rev, row.serverRev) + 1, updatedAt: now };
  await tx.put('makers', said);
  return said;
}

/** The consent as it is told on this device now. */
export async function consentNow(tx: Tx, village: VillageKey | null, at: number) {
  const device = village === null ? undefined : await tx.get('villages', village);
  return { consentAt: at, consentDevice: device?.public.deviceName ?? null };
}

/**
 * Keeps whose product was published with the tick. A consent that stands already keeps its day. Of a product that was on
 * sale in the same name before (and before consents were kept), it is the day on which that was last said. `tx` must
 * hold `BOOK_STORES`.
 */
export async function rememberMaker(
  tx: Tx,
  village: VillageKey | null,
  input: ListingInput,
  before: StoredListing | undefined,
  now: number,
): Promise<void> {
  const names = makerOf(input);
  const known = await findMaker(tx, village, names);
  if (known !== undefined && consentOf(known) === 'given') return;
  const isOlder = known === undefined && before !== undefined && isSameMaker(makerOf(before.input), names);
  const consent = await consentNow(tx, village, isOlder ? before.updatedAt : now);
  await sayMaker(tx, known ?? (await newMaker(tx, village, names, now)), consent, now);
}

/** Called before a second village is added: makers from before any village was connected are the first one's. */
export async function keepFirstMakers(tx: Tx, coming: VillageKey): Promise<void> {
  const [first, second] = await tx.all('villages');
  if (first === undefined || second !== undefined || first.key === coming) return;
  for (const row of await tx.all('makers'))
    if (row.village === null) await tx.put('makers', { ...row, village: first.key });
}
