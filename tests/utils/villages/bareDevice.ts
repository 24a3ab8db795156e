import { forgetVillage } from '#utils/connection/forget.ts';
import type { Db } from '#utils/db/db.ts';
import { keepFirstDefaults } from '#utils/drafts/defaults.ts';
import { openDraft } from '#utils/drafts/drafts.ts';
import { publish } from '#utils/drafts/publish.ts';
import { keepFirstMakers } from '#utils/makers/remember.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { StoredVillage } from '#utils/model/stored.ts';
import { keepFirstReplies } from '#utils/replies/replies.ts';
import { adopt } from '#utils/villages/ownership.ts';
import { changeVillage } from '#utils/villages/villages.ts';

export const clock = { now: 1_700_000_000_000, random: 0.5 };

/** A product written on this site and published: its draft as it was. */
export async function sell(db: Db, siteUrl: string | null): Promise<Draft> {
  const draft = await openDraft(db, null, siteUrl, clock.now);
  const words = { name: 'Gula semut', price: '25rb', unit: 'kg', category: 'makanan' };
  const maker = { producerName: 'Bu Siti', producerPhone: '081234567890', consent: true };
  const photos = [{ hash: 'a'.repeat(64), type: 'image/jpeg' as const, width: 64, height: 48, bytes: 10 }];
  const full = { ...draft, form: { ...draft.form, ...words, ...maker }, photos };
  const { issues } = await publish(db, full, clock);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return full;
}

/** What `redeem` keeps of a village that has just come. */
export function come(db: Db, village: StoredVillage): Promise<void> {
  return db.change(['villages', 'values', 'listings', 'makers'], async (tx) => {
    await keepFirstDefaults(tx, village.key);
    await keepFirstReplies(tx, village.key);
    await keepFirstMakers(tx, village.key);
    await tx.put('villages', village);
    await adopt(tx);
  });
}

/** Signs a village out and takes it off the device. */
export async function leave(db: Db, { key }: StoredVillage): Promise<void> {
  await changeVillage(db, key, (row) => ({ ...row, token: '', revoked: true }));
  await forgetVillage(db, key);
}

export const listing = (db: Db, id: string) => db.read(['listings'], (tx) => tx.get('listings', id));
