import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { OwedOutcome, VillageConsignments } from '#utils/model/consignment.ts';
import { UNDO_MS } from '#utils/model/outbox.ts';
import type { VillageKey } from '#utils/model/site.ts';

export const CONSIGNMENT_STORES = ['values', 'villages'] as const satisfies readonly StoreName[];

const NOTHING: VillageConsignments = { link: null, waiting: [], owed: [], elsewhere: [], heardAt: 0 };

/** What one village's villagers sent. `tx` must hold `values`. */
export async function consignmentsOf(tx: Tx, village: VillageKey): Promise<VillageConsignments> {
  return (await tx.value('consignments'))?.[village] ?? NOTHING;
}

/** `tx` must hold `values`. */
export async function keepConsignments(tx: Tx, village: VillageKey, kept: VillageConsignments): Promise<void> {
  await tx.setValue('consignments', { ...(await tx.value('consignments')), [village]: kept });
}

/** Keeps them, unless the village was forgotten while it was asked. `tx` must hold `CONSIGNMENT_STORES`. */
export async function updateConsignments(tx: Tx, key: VillageKey, kept: VillageConsignments): Promise<void> {
  if ((await tx.get('villages', key)) !== undefined) await keepConsignments(tx, key, kept);
}

/** Called when a village is taken off the device. `tx` must hold `values`. */
export async function forgetConsignments(tx: Tx, gone: VillageKey): Promise<void> {
  const { [gone]: _, ...others } = (await tx.value('consignments')) ?? {};
  await tx.setValue('consignments', others);
}

/** The village that one waits for; null when it does not wait (any more). `tx` must hold `values`. */
export async function waitingFor(
  tx: Tx,
  id: string,
): Promise<{ village: VillageKey; kept: VillageConsignments } | null> {
  const all = Object.entries((await tx.value('consignments')) ?? {});
  const found = all.find(([, { waiting }]) => waiting.some((one) => one.id === id));
  return found === undefined ? null : { village: found[0], kept: found[1] };
}

/** Refuses these; the marketplace hears of it once it cannot be taken back any more. */
export function refuseConsignments(db: Db, ids: readonly string[], now: number): Promise<void> {
  return db.change(['values'], async (tx) => {
    for (const [village, kept] of Object.entries((await tx.value('consignments')) ?? {})) {
      const refused = kept.waiting.filter(({ id }) => ids.includes(id));
      const owed = refused.map((consignment) => ({ consignment, outcome: 'refused' as const, at: now + UNDO_MS }));
      const waiting = kept.waiting.filter((one) => !refused.includes(one));
      await keepConsignments(tx, village, { ...kept, owed: [...kept.owed, ...owed], waiting });
    }
  });
}

/** Takes refusals back; false when the marketplace may have heard of one of them. */
export function takeRefusalsBack(db: Db, ids: readonly string[], now: number): Promise<boolean> {
  return db.change(['values'], async (tx) => {
    let count = 0;
    for (const [village, kept] of Object.entries((await tx.value('consignments')) ?? {})) {
      const isBack = ({ consignment: { id }, outcome, at }: OwedOutcome) =>
        ids.includes(id) && outcome === 'refused' && now < at;
      const back = kept.owed.filter(isBack).map(({ consignment }) => consignment);
      const waiting = [...kept.waiting, ...back].sort((a, b) => a.sentAt - b.sentAt);
      await keepConsignments(tx, village, { ...kept, waiting, owed: kept.owed.filter((row) => !isBack(row)) });
      count += back.length;
    }
    return count === ids.length;
  });
}

/** The person has read that another device was first. */
export function forgetElsewhere(db: Db): Promise<void> {
  return db.change(['values'], async (tx) => {
    for (const [village, kept] of Object.entries((await tx.value('consignments')) ?? {}))
      await keepConsignments(tx, village, { ...kept, elsewhere: [] });
  });
}
