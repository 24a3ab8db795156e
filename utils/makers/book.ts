import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { MakerNames, MakerView, StoredMaker } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { consentOf, isSameMaker, makerKey, makerOf } from './names.ts';

export const BOOK_STORES = ['makers', 'listings', 'villages'] as const satisfies readonly StoreName[];

/** A village's rows. While a device knows one village at most, those from before it was connected are its own. */
export async function makersOf(tx: Tx, village: VillageKey | null): Promise<StoredMaker[]> {
  const isAlone = (await tx.all('villages')).length < 2;
  return (await tx.all('makers')).filter((row) => row.village === village || (isAlone && row.village === null));
}

export async function findMaker(
  tx: Tx,
  village: VillageKey | null,
  names: MakerNames,
): Promise<StoredMaker | undefined> {
  return (await makersOf(tx, village)).find((row) => isSameMaker(row, names));
}

/**
 * The address book of a village, the last used first: its makers, and whoever is known from a product alone, because that
 * product is older than the book. `tx` must hold `BOOK_STORES`.
 */
export async function readBook(tx: Tx, village: VillageKey | null): Promise<MakerView[]> {
  const book = new Map<string, MakerView & { at: number }>();
  for (const row of await makersOf(tx, village)) {
    const { name, phone, consentAt, consentDevice, withdrawnAt, updatedAt: at } = row;
    const view = { name, phone, consentAt, consentDevice, withdrawnAt, at };
    book.set(makerKey(row), { ...view, consent: consentOf(row), products: 0 });
  }
  for (const { input, updatedAt, village: owner } of await tx.all('listings')) {
    if (owner !== village) continue;
    const key = makerKey(makerOf(input));
    const { products, at, ...known } = book.get(key) ?? { ...makerOf(input), ...UNASKED, products: 0, at: 0 };
    const isLive = input.state === 'live';
    book.set(key, { ...known, products: products + (isLive ? 1 : 0), at: Math.max(at, updatedAt) });
  }
  return [...book.values()].sort((a, b) => b.at - a.at).map(({ at: _, ...view }) => view);
}

const UNASKED = { consent: 'unasked', consentAt: null, consentDevice: null, withdrawnAt: null } as const;

export function listMakers(db: Db, village: VillageKey | null): Promise<MakerView[]> {
  return db.read(BOOK_STORES, (tx) => readBook(tx, village));
}
