import type { Insertable } from 'kysely';
import type { VillagePatch, VillageProfile } from '#contract';
import { holdsPhone } from '#contract/phonesInText.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { OwnWord, ProfileTables } from '#marketplace/db/tables/profiles.ts';
import { findPhotos } from '#marketplace/photos/service.ts';
import { ProblemError } from '#marketplace/problem.ts';

type Columns = Partial<Omit<Insertable<ProfileTables['village_profiles']>, 'village_id' | 'own_words'>>;

export const PROFILE_COLUMNS = ['photo', 'about', 'hours', 'head', 'lat', 'lng'] as const;

/** A village's profile as it is stored; undefined while nobody has said anything of it. */
export function storedProfile(db: Db, villageId: string) {
  return db
    .selectFrom('village_profiles')
    .select([...PROFILE_COLUMNS, 'own_words'])
    .where('village_id', '=', villageId)
    .executeTakeFirst();
}

/** The profile as the village's own devices read it. */
export async function readProfile(db: Db, villageId: string): Promise<VillageProfile> {
  const row = await storedProfile(db, villageId);
  if (row === undefined) return { photo: null, about: null, hours: null, head: null, place: null };
  const { photo, about, hours, head } = row;
  return { photo: photo?.hash ?? null, about, hours, head, place: placeOf(row) };
}

/** The two columns of a place as one. */
export function placeOf({ lat, lng }: { lat: number | null; lng: number | null }): { lat: number; lng: number } | null {
  return lat === null || lng === null ? null : { lat, lng };
}

/** Writes these columns, makes the row where there is none, and remembers whose word they are. */
export async function writeProfile(db: Db, villageId: string, columns: Columns, own: OwnWord[]): Promise<void> {
  const before = (await storedProfile(db, villageId))?.own_words ?? [];
  const values = { ...columns, own_words: [...new Set([...before, ...own])] };
  await db
    .insertInto('village_profiles')
    .values({ village_id: villageId, ...EMPTY, ...values })
    .onConflict((oc) => oc.column('village_id').doUpdateSet(values))
    .execute();
}

const EMPTY = { photo: null, about: null, hours: null, head: null, lat: null, lng: null };

/**
 * The columns of what a village says, and which members it spoke of. Throws `invalid` for a telephone number in what
 * everybody reads, and `photo_unknown`.
 */
export async function spokenColumns(db: Db, patch: VillagePatch): Promise<{ columns: Columns; own: OwnWord[] }> {
  const { photo, place, about, hours, head, district, regency } = patch;
  const texts = Object.entries({ about, hours, head }).filter((entry): entry is [OwnWord, string | null] => {
    return entry[1] !== undefined;
  });
  const issues = texts
    .filter(([, said]) => said !== null && holdsPhone(said))
    .map(([path]) => ({ path, code: 'text_holds_phone' }));
  if (issues.length > 0) throw new ProblemError('invalid', { issues });
  const [kept] = photo ? await findPhotos({ db }, [photo]) : [];
  if (photo && !kept) throw new ProblemError('photo_unknown', { issues: [{ path: 'photo', code: 'photo_unknown' }] });
  const said = { photo, place, about, hours, head, district, regency };
  return {
    columns: {
      ...Object.fromEntries(texts.map(([name, text]) => [name, text || null])),
      ...(photo !== undefined && { photo: kept ? JSON.stringify(kept) : null }),
      ...(place !== undefined && { lat: place?.lat ?? null, lng: place?.lng ?? null }),
    },
    own: (Object.keys(said) as (keyof typeof said)[]).filter((name) => said[name] !== undefined),
  };
}
