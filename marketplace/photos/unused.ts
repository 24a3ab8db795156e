import { sql } from 'kysely';
import { PHOTO_EXTENSIONS, PHOTO_WIDTHS } from '#contract';
import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';

/** Whether a listing of any state has the photo (a withdrawn or hidden one may come back), or a village's profile. */
const IN_USE = sql<boolean>`(exists (
  select from listings, jsonb_array_elements(listings.photos) as one(photo) where one.photo->>'hash' = photos.hash)
  or exists (select from village_profiles where village_profiles.photo->>'hash' = photos.hash))`;

/**
 * Removes photos that no listing and no village has had for `config.photoDays`; answers how many. Days lie between the first run that
 * finds a photo unused and its removal, so a listing that is being written meanwhile is always seen before. A listing
 * that uses a waiting photo again writes the photo's row (`findPhotos`), and the removal reads that row again after
 * that. Safe to run twice and in several processes, and a crash at any point does no harm.
 */
export async function removeUnusedPhotos({ db, now, config, photos, stopping }: Deps): Promise<number> {
  if (config.photoDays === 0) return 0;
  const waiting = db.updateTable('photos');
  await waiting.set({ unused_since: null }).where('unused_since', 'is not', null).where(IN_USE).execute();
  await waiting
    .set({ unused_since: now() })
    .where('unused_since', 'is', null)
    .where(sql<boolean>`not ${IN_USE}`)
    .execute();
  await waiting
    .set({ gone: true })
    .where('unused_since', '<', new Date(now().getTime() - config.photoDays * DAY))
    .where(sql<boolean>`not ${IN_USE}`)
    .execute();

  // From here on `findPhotos` no longer answers with these photos. The files go first: the next run finds the rows that
  // a crash left over.
  const removeOne = () =>
    db.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('photos')
        .select('hash')
        .where('gone', '=', true)
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!row) return false;
      for (const width of PHOTO_WIDTHS)
        for (const ext of PHOTO_EXTENSIONS) await photos.delete(`${row.hash}/${width}.${ext}`);
      await trx.deleteFrom('photos').where('hash', '=', row.hash).execute();
      return true;
    });
  let removed = 0;
  while (!stopping.aborted && (await removeOne())) removed++;
  return removed;
}
