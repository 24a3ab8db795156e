import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { KeptReplies } from '#utils/model/stored.ts';
import { readSettings } from '#utils/settings.ts';

export const REPLY_STORES = ['values', 'villages'] as const satisfies readonly StoreName[];

/**
 * A village's quick replies. Before they were kept with the village they were the device's: those are its first ones. They
 * are told to the marketplace where they can be nobody else's, because the device knows no other village.
 */
export async function repliesOf(tx: Tx, village: VillageKey): Promise<KeptReplies> {
  const kept = (await tx.value('replies'))?.[village];
  if (kept !== undefined) return kept;
  const { ownReplies: texts } = await readSettings(tx);
  const isOwed = texts.length > 0 && (await tx.all('villages')).length < 2;
  return { texts, rev: isOwed ? 1 : 0, serverRev: 0 };
}

/** Every known village's quick replies. */
export function listReplies(db: Pick<Db, 'read'>): Promise<Record<VillageKey, string[]>> {
  return db.read(REPLY_STORES, async (tx) => {
    const lists: Record<VillageKey, string[]> = {};
    for (const { key } of await tx.all('villages')) lists[key] = (await repliesOf(tx, key)).texts;
    return lists;
  });
}

/** Says a village's quick replies; the marketplace has them to hear from this moment on. */
export function saveReplies(db: Db, village: VillageKey, texts: string[]): Promise<void> {
  return db.change(REPLY_STORES, async (tx) => {
    const kept = await repliesOf(tx, village);
    await keepReplies(tx, village, { ...kept, texts, rev: Math.max(kept.rev, kept.serverRev) + 1 });
  });
}

/** `tx` must hold `values`. */
export async function keepReplies(tx: Tx, village: VillageKey, kept: KeptReplies): Promise<void> {
  await tx.setValue('replies', { ...(await tx.value('replies')), [village]: kept });
}

/** Called before a second village is added: what the device had written so far is the first one's. `tx` holds `REPLY_STORES`. */
export async function keepFirstReplies(tx: Tx, coming: VillageKey): Promise<void> {
  const [first, second] = await tx.all('villages');
  if (first === undefined || second !== undefined || first.key === coming) return;
  await keepReplies(tx, first.key, await repliesOf(tx, first.key));
  await tx.setValue('settings', { ...(await readSettings(tx)), ownReplies: [] });
}

/**
 * Called before a village is taken off the device. What the only one had is the device's again, because the next may be the
 * same village on another marketplace.
 */
export async function forgetReplies(tx: Tx, gone: VillageKey): Promise<void> {
  const { texts } = await repliesOf(tx, gone);
  const { [gone]: _, ...others } = (await tx.value('replies')) ?? {};
  await tx.setValue('replies', others);
  if ((await tx.all('villages')).length > 1) return;
  await tx.setValue('settings', { ...(await readSettings(tx)), ownReplies: texts });
}
