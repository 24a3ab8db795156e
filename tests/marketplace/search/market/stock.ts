import type { Insertable } from 'kysely';
import { newId } from '#contract/newId.ts';
import type { Database } from '#marketplace/db/tables/database.ts';
import { rankOf } from '#marketplace/listings/rank.ts';
import { indexColumns } from '#marketplace/listings/searchIndex.ts';
import { placeText, searchText } from '#marketplace/listings/searchText.ts';
import { learnWords } from '#marketplace/search/vocabulary.ts';
import { wordsOf } from '#marketplace/search/words.ts';
import type { Marketplace } from '#tests/marketplace/harness.ts';
import type { Good } from './goods.ts';
import { VILLAGES } from './places.ts';

/** Puts the goods into an empty marketplace, as their villages would have sent them one by one. The good of each id. */
export async function stock({ deps }: Marketplace, goods: readonly Good[]): Promise<Map<string, Good>> {
  const { db } = deps;
  const villages = VILLAGES.map(({ name, kecamatan, kabupaten }, at) => ({
    id: newId(),
    slug: `v${at}`,
    name: `Desa ${name}`,
    code: null,
    district: kecamatan,
    regency: kabupaten,
    sites: [`https://v${at}.desa.id`],
    status: 'approved' as const,
    created_at: deps.now(),
  }));
  await db.insertInto('villages').values(villages).execute();
  const byId = new Map<string, Good>();
  const rows = goods.map((good, at) => {
    const village = villages[good.village];
    if (!village) throw new Error(`no village ${good.village}`);
    const row = listing(good, village, new Date(deps.now().getTime() - at * 60_000));
    byId.set(row.id, good);
    return row;
  });
  await db
    .insertInto('listing_ids')
    .values(rows.map(({ id, village_id }) => ({ id, village_id })))
    .execute();
  for (let from = 0; from < rows.length; from += 400) {
    await db
      .insertInto('listings')
      .values(rows.slice(from, from + 400))
      .execute();
  }
  const words = rows.map(({ name, search_place, search_maker }) => `${name} ${search_place} ${search_maker}`);
  await learnWords(db, words.flatMap(wordsOf));
  return byId;
}

type Village = Pick<Database['villages'], 'id' | 'name' | 'district' | 'regency'>;

function listing(
  good: Good,
  village: Village,
  created: Date,
): Insertable<Database['listings']> & { id: string; name: string } {
  const { name, description, category, price, unit, producerName, flagship, availability } = good;
  const id = newId();
  return {
    village_id: village.id,
    id,
    rev: 1,
    slug: id,
    ...{ name, description, category, price, unit, flagship, availability },
    pack_amount: null,
    pack_measure: null,
    stock: null,
    photos: '[]',
    producer_name: producerName,
    producer_phone: '+6281200000001',
    terms: '',
    floor_price: null,
    floor_below: null,
    site_url: null,
    state: 'live',
    hidden: null,
    listed: true,
    rank: rankOf({ createdAt: created, verified: false, flagship, availability, stale: false }),
    search_extra: searchText(village, category),
    search_place: placeText(village),
    ...indexColumns({ name, description, maker: producerName }),
    backlink_url: null,
    backlink_checked_at: null,
    backlink_reason: null,
    created_at: created,
    updated_at: created,
  };
}
