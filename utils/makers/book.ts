import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { MakerNames, MakerView, StoredMaker } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { consentOf, isOwed, isSameMaker, makerKey, makerOf } from './names.ts';

export const BOOK_STORES = ['makers', 'listings', 'villages', 'outbox'] as const satisfies readonly StoreName[];

/** A village's rows. While a device knows one village at most, those from before it was connected are its own. */
export async function makersOf(tx: Tx, village: VillageKey | null): Promise<StoredMaker[]> {
  const isAlone = (await tx.all('villages')).length < 2;
  const isOwn = (row: StoredMaker) => row.village === village || (isAlone && row.village === null);
  return (await tx.all('makers')).filter((row) => isOwn(row) && !row.isGone);
}

export async function findMaker(
  tx: Tx,
  village: VillageKey | null,
  names: MakerNames,
): Promise<StoredMaker | undefined> {
  return (await makersOf(tx, village)).find((row) => isSameMaker(row, names));
}

/** The id of the row that is the village itself; null while the village is not known. */
export async function contactId(tx: Tx, village: VillageKey | null): Promise<string | null> {
  return (village === null ? undefined : await tx.get('villages', village))?.public.village.id ?? null;
}

type Line = MakerView & { at: number };

/**
 * The address book of a village, the last used first: its makers, and whoever is known from a product alone, because that
 * product is older than the book. `tx` must hold `BOOK_STORES`.
 */
export async function readBook(tx: Tx, village: VillageKey | null): Promise<MakerView[]> {
  const ownId = await contactId(tx, village);
  const waiting = new Set(await tx.keys('outbox'));
  const book = new Map<string, Line>();
  for (const row of await makersOf(tx, village)) {
    const key = makerKey(row);
    // Where the village sells in a maker's very name and number, the line is the village's.
    if (!book.get(key)?.isVillage) book.set(key, lineOf(row, row.id === ownId, waiting));
  }
  for (const { input, updatedAt, village: owner } of await tx.all('listings')) {
    if (owner !== village) continue;
    const key = makerKey(makerOf(input));
    const line = book.get(key) ?? { ...makerOf(input), ...UNASKED };
    line.listings += 1;
    if (input.state === 'live') line.products += 1;
    line.at = Math.max(line.at, updatedAt);
    book.set(key, line);
  }
  return [...book.values()].sort((a, b) => b.at - a.at).map(({ at: _, ...view }) => view);
}

function lineOf(row: StoredMaker, isVillage: boolean, waiting: ReadonlySet<string>): Line {
  const { name, phone, consentAt, consentDevice, withdrawnAt, moved = [], updatedAt: at } = row;
  const said = { name, phone, consent: consentOf(row), consentAt, consentDevice, withdrawnAt };
  const owed = moved.filter((id) => waiting.has(id)).length;
  return { ...said, isVillage, products: 0, listings: 0, isOwed: isOwed(row), owed, at };
}

const UNASKED: Omit<Line, 'name' | 'phone'> = {
  consent: 'unasked',
  consentAt: null,
  consentDevice: null,
  withdrawnAt: null,
  isVillage: false,
  products: 0,
  listings: 0,
  isOwed: false,
  owed: 0,
  at: 0,
};

export function listMakers(db: Db, village: VillageKey | null): Promise<MakerView[]> {
  return db.read(BOOK_STORES, (tx) => readBook(tx, village));
}
