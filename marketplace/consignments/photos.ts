import { sql } from 'kysely';
import sharp from 'sharp';
import type { Photo } from '#contract';
import { DAY } from '#contract/time.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { reencodePhoto } from '#marketplace/photos/service.ts';
import { takeTurns } from '#marketplace/photos/turns.ts';
import { oneAtATime } from './lock.ts';

/** So many photos of forms that are not sent whole yet are kept for one village; of more, the oldest go. */
const LOOSE_MAX = 60;

/** Whether a waiting consignment of the same village names the photo. */
const IS_NAMED = sql<boolean>`exists (
  select from consignments, jsonb_array_elements(consignments.said->'photos') as one(photo)
  where consignments.village_id = consignment_photos.village_id and one.photo->>'hash' = consignment_photos.hash)`;

/**
 * Keeps a sent photo for a form of the village: made anew, so that nothing of the sent file is kept, and at no address that
 * anybody could open. Throws as `reencodePhoto` does.
 */
export async function keepFormPhoto(deps: Deps, villageId: string, sent: Uint8Array): Promise<Photo> {
  const { bytes, hash, width, height } = await reencodePhoto(sent);
  await deps.db.transaction().execute(async (trx) => {
    await oneAtATime(trx, villageId);
    await trx
      .insertInto('consignment_photos')
      .values({ village_id: villageId, hash, width, height, bytes, sent_at: deps.now() })
      .onConflict((oc) => oc.columns(['village_id', 'hash']).doUpdateSet({ sent_at: deps.now() }))
      .execute();
    await leaveRoom(trx, villageId);
  });
  return { hash, width, height };
}

/**
 * The oldest go and not the newest: whoever sends forms without end costs others a second choice of their photos, and does not
 * shut the form.
 */
async function leaveRoom(db: Db, villageId: string): Promise<void> {
  const loose = db
    .selectFrom('consignment_photos')
    .select('hash')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`not ${IS_NAMED}`)
    .orderBy('sent_at', 'desc')
    .orderBy('hash')
    .offset(LOOSE_MAX);
  await db.deleteFrom('consignment_photos').where('village_id', '=', villageId).where('hash', 'in', loose).execute();
}

/** Those of the photos that are kept for the village, in the order asked. */
export async function formPhotos(db: Db, villageId: string, hashes: readonly string[]): Promise<Photo[]> {
  if (hashes.length === 0) return [];
  const found = await db
    .selectFrom('consignment_photos')
    .select(['hash', 'width', 'height'])
    .where('village_id', '=', villageId)
    .where('hash', 'in', hashes)
    .execute();
  return hashes.flatMap((hash) => found.filter((photo) => photo.hash === hash));
}

const THUMBNAIL_PX = 96;
/** One at a time: a form that comes back is no reason to take the processor from everybody else. */
const inTurn = takeTurns(60);

/**
 * Little pictures of the photos, as text for a page: a page that comes back shows whoever sent them that they are there, and
 * the photos themselves stand at no address.
 */
export async function formThumbnails(db: Db, villageId: string, hashes: readonly string[]) {
  const made: { hash: string; dataUrl: string }[] = [];
  for (const hash of hashes) {
    const bytes = await photoBytes(db, villageId, hash);
    if (bytes === null) continue;
    const small = await inTurn(() => sharp(bytes).resize(THUMBNAIL_PX, THUMBNAIL_PX).jpeg({ quality: 60 }).toBuffer());
    made.push({ hash, dataUrl: `data:image/jpeg;base64,${small.toString('base64')}` });
  }
  return made;
}

/** A photo's file; null when it is not here (any more). */
export async function photoBytes(db: Db, villageId: string, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db
    .selectFrom('consignment_photos')
    .select('bytes')
    .where('village_id', '=', villageId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row === undefined ? null : new Uint8Array(row.bytes);
}

/** Deletes the village's photos among these that no waiting consignment names any more. */
export async function dropPhotos(db: Db, villageId: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await db
    .deleteFrom('consignment_photos')
    .where('village_id', '=', villageId)
    .where('hash', 'in', hashes)
    .where(sql<boolean>`not ${IS_NAMED}`)
    .execute();
}

/** Deletes photos of forms that were never sent whole. */
export async function dropLoosePhotos({ db, now }: Deps): Promise<void> {
  await db
    .deleteFrom('consignment_photos')
    .where('sent_at', '<', new Date(now().getTime() - DAY))
    .where(sql<boolean>`not ${IS_NAMED}`)
    .execute();
}
