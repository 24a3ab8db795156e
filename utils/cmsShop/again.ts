import type { Db } from '#utils/db/db.ts';

/**
 * The person has looked, and no product of this listing stands in the shop: it may be written once more. Answers the site;
 * null where nothing is in doubt.
 */
export function writeAnew(db: Db, id: string): Promise<string | null> {
  return db.change(['values'], async (tx) => {
    const shelf = (await tx.value('shelf')) ?? {};
    const entry = shelf[id];
    if (entry?.wait?.reason !== 'look_first') return null;
    await tx.setValue('shelf', { ...shelf, [id]: { ...entry, wait: null, writing: null } });
    return entry.siteUrl;
  });
}
