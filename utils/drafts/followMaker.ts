import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import { contactId, findMaker, makersOf } from '#utils/makers/book.ts';
import { consentOf, isSameMaker, makerOf } from '#utils/makers/names.ts';
import type { MakerNames, StoredMaker } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { OUTBOX_STORES } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { renameInDefaults } from './defaults.ts';
import { reviseIn } from './publish.ts';

/** What a change of a maker may touch: the products follow in the same transaction. */
export const MAKER_STORES = [...OUTBOX_STORES, 'makers', 'villages', 'values'] as const satisfies readonly StoreName[];

/** The name and number in which the village itself sells; null where it has said none. */
export async function villageContact(tx: Tx, village: VillageKey | null): Promise<StoredMaker | null> {
  const id = await contactId(tx, village);
  return (await makersOf(tx, village)).find((row) => row.id === id && consentOf(row) === 'given') ?? null;
}

/** Says every product of a maker in another's name, also those that are off sale; answers which. */
export async function rename(
  tx: Tx,
  village: VillageKey | null,
  from: MakerNames,
  { name, phone }: MakerNames,
  clock: Clock,
): Promise<string[]> {
  const ids = await productsOf(tx, village, from, false);
  for (const id of ids) await reviseIn(tx, id, { producer: { name, phone, consent: true } }, clock);
  await renameInDefaults(tx, village, from, { name, phone });
  return ids;
}

/**
 * Sells what is on sale in the name of a maker who withdrew in the village's own name from now on, or takes it off sale
 * where the village has none; answers which products. What is owed is done as any change of a product is.
 */
export async function followWithdrawal(tx: Tx, row: StoredMaker, clock: Clock): Promise<string[]> {
  const contact = await villageContact(tx, row.village);
  const ids = await productsOf(tx, row.village, row, true);
  for (const id of ids) await reviseIn(tx, id, contact === null ? { state: 'withdrawn' } : inNameOf(contact), clock);
  await renameInDefaults(tx, row.village, row, contact);
  return ids;
}

/** The same for every maker of a village who withdrew, wherever that was told; true when a product had to follow. */
export function followWithdrawals(db: Db, village: VillageKey, clock: Clock): Promise<boolean> {
  return db.change(MAKER_STORES, async (tx) => {
    let isAny = false;
    for (const row of await makersOf(tx, village)) {
      if (consentOf(row) !== 'withdrawn') continue;
      const ids = await followWithdrawal(tx, row, clock);
      if (ids.length === 0) continue;
      isAny = true;
      await tx.put('makers', { ...row, moved: [...(row.moved ?? []), ...ids] });
    }
    return isAny;
  });
}

/**
 * Puts a product on sale again; in the village's name, where its maker has withdrawn. Throws `consent_withdrawn` where the
 * village has none, `listing_unknown`.
 */
export function restore(db: Db, id: string, clock: Clock): Promise<void> {
  return db.change(MAKER_STORES, async (tx) => {
    const listing = await tx.get('listings', id);
    if (listing === undefined) throw new AppError('listing_unknown');
    const { village, input } = listing;
    const maker = await findMaker(tx, village, makerOf(input));
    const isWithdrawn = maker !== undefined && consentOf(maker) === 'withdrawn';
    const contact = isWithdrawn ? await villageContact(tx, village) : null;
    if (isWithdrawn && contact === null) throw new AppError('consent_withdrawn');
    await reviseIn(tx, id, { state: 'live', ...(contact !== null && inNameOf(contact)) }, clock);
  });
}

const inNameOf = ({ name, phone }: MakerNames) => ({ producer: { name, phone, consent: true as const } });

async function productsOf(tx: Tx, village: VillageKey | null, names: MakerNames, onlyLive: boolean): Promise<string[]> {
  return (await tx.all('listings'))
    .filter((listing) => listing.village === village && isSameMaker(makerOf(listing.input), names))
    .filter(({ input }) => !onlyLive || input.state === 'live')
    .map(({ id }) => id);
}
