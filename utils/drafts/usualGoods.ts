import { USUAL_MAX, type UsualGoods } from '#contract';
import { DAY } from '#contract/time.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { Template } from '#utils/model/draft.ts';
import type { VillageKey } from '#utils/model/site.ts';

/**
 * Asks once a day what villages of the regency usually sell. Never throws: an older marketplace does not know, and what was
 * heard before stays.
 */
export async function syncUsualGoods(db: Db, marketplace: Marketplace, key: VillageKey, now: number): Promise<void> {
  const known = await db.read(['values'], async (tx) => (await tx.value('usualGoods'))?.[key]);
  if (known !== undefined && Math.abs(now - known.at) < DAY) return;
  const goods = await marketplace.usualGoods().catch(() => null);
  if (goods === null) return;
  await db.change(['values', 'villages'], async (tx) => {
    // The village was forgotten while it was asked.
    if ((await tx.get('villages', key)) === undefined) return;
    await tx.setValue('usualGoods', { ...(await tx.value('usualGoods')), [key]: { at: now, goods } });
  });
}

/** What a village's empty form offers to begin with. */
export function usualTemplates(db: Db, village: VillageKey | null): Promise<Template[]> {
  return db.read(['values'], async (tx) => {
    const goods = village === null ? [] : ((await tx.value('usualGoods'))?.[village]?.goods ?? []);
    return goods.slice(0, USUAL_MAX).map(toTemplate);
  });
}

/** Called after a village was taken off the device; `tx` must hold `values`. */
export async function forgetUsualGoods(tx: Tx, gone: VillageKey): Promise<void> {
  const { [gone]: _, ...others } = (await tx.value('usualGoods')) ?? {};
  await tx.setValue('usualGoods', others);
}

function toTemplate({ name, unit, packSize, category, description }: UsualGoods): Template {
  const pack = {
    packAmount: String(packSize?.amount ?? '').replace('.', ','),
    packMeasure: packSize?.measure ?? 'gram',
  };
  return { title: name, form: { name, unit, ...pack, category, description } };
}
