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
  names: MakerNames,
  now: number,
): Promise<StoredMaker> {
  const taken = new Set(await tx.keys('makers'));
  const id = newMakerId(village, names, (one) => taken.has(one));
  return { id, village, ...names, consentAt: null, consentDevice: null, withdrawnAt: null, updatedAt: now };
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
  const device = village === null ? undefined : await tx.get('villages', village);
  await tx.put('makers', {
    ...(known ?? (await newMaker(tx, village, names, now))),
    consentAt: isOlder ? before.updatedAt : now,
    consentDevice: device?.public.deviceName ?? null,
    updatedAt: now,
  });
}
