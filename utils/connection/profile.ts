import type { VillageProfilePatch } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { sendPhoto } from '#utils/photos/store.ts';
import { learnVillage } from '#utils/villages/learn.ts';
import { needMarketplace } from '#utils/villages/villages.ts';

/**
 * Tells the marketplace what the village says of itself, its photo first, and stores what it answers. Throws
 * `not_connected`, `profile_not_offered` by a marketplace of an older version, and as `call` does (`invalid` with the
 * members that it refused).
 */
export async function tellProfile(db: Db, fetch: Fetch, key: VillageKey, patch: VillageProfilePatch): Promise<void> {
  const marketplace = await needMarketplace(db, fetch, key);
  if (patch.photo) await sendPhoto(db, marketplace, patch.photo);
  const { village } = await marketplace.patchVillage(patch);
  if (village.profile === undefined) throw new AppError('profile_not_offered');
  await learnVillage(db, key, village);
}
