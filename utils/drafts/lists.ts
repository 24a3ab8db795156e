import type { Id } from '#contract';
import type { Db, Tx } from '#utils/db/db.ts';
import { type Draft, LIST_MAX } from '#utils/model/draft.ts';

const LIST_STORES = ['drafts', 'listings', 'values'] as const;

/** The products of the site's list in their order. `tx` must hold `values`. */
async function listedIds(tx: Tx, siteUrl: string | null): Promise<Id[]> {
  return ((await tx.value('lists')) ?? []).find((list) => list.siteUrl === siteUrl)?.ids ?? [];
}

/** Every product that stands in some list: the form offers none of them as its own unfinished product. */
export async function allListed(tx: Tx): Promise<ReadonlySet<Id>> {
  return new Set(((await tx.value('lists')) ?? []).flatMap(({ ids }) => ids));
}

/** The list as the review table shows it: each product's draft, or null where it is published already. */
export function readProductList(db: Db, siteUrl: string | null): Promise<{ id: Id; draft: Draft | null }[]> {
  return db.read(LIST_STORES, async (tx) => {
    const rows = await Promise.all(
      (await listedIds(tx, siteUrl)).map(async (id) => {
        const draft = (await tx.get('drafts', id)) ?? null;
        const isKnown = draft !== null || (await tx.get('listings', id)) !== undefined;
        return isKnown ? [{ id, draft }] : [];
      }),
    );
    return rows.flat();
  });
}

/** Puts these drafts at the end of the site's list, and stores them. More than `LIST_MAX` are left out; answers how many. */
export function addToList(db: Db, siteUrl: string | null, drafts: readonly Draft[], now: number): Promise<number> {
  return db.change(LIST_STORES, async (tx) => {
    const ids = await listedIds(tx, siteUrl);
    const room = drafts.slice(0, Math.max(0, LIST_MAX - ids.length));
    for (const draft of room) await tx.put('drafts', { ...draft, siteUrl, updatedAt: now });
    await setList(tx, siteUrl, [...ids, ...room.map(({ id }) => id)]);
    return drafts.length - room.length;
  });
}

/** Takes products out of the list. Their drafts stay, so that nothing typed is lost. */
export function leaveList(db: Db, siteUrl: string | null, ids: readonly Id[]): Promise<void> {
  return db.change(LIST_STORES, async (tx) =>
    setList(
      tx,
      siteUrl,
      (await listedIds(tx, siteUrl)).filter((id) => !ids.includes(id)),
    ),
  );
}

async function setList(tx: Tx, siteUrl: string | null, ids: Id[]): Promise<void> {
  const others = ((await tx.value('lists')) ?? []).filter((list) => list.siteUrl !== siteUrl);
  await tx.setValue('lists', ids.length === 0 ? others : [...others, { siteUrl, ids }]);
}
