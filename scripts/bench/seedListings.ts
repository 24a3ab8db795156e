import type { Insertable } from 'kysely';
import { newId } from '#contract/newId.ts';
import { migrate } from '#marketplace/db/migrate.ts';
import { openPostgres } from '#marketplace/db/open.ts';
import type { Database } from '#marketplace/db/tables/database.ts';
import { indexColumns, indexIsNew } from '#marketplace/listings/searchIndex.ts';
import { learnWords, recountVocabulary, seedVocabulary } from '#marketplace/search/vocabulary.ts';
import { CATEGORIES, chance, GOODS, inventedWords, pick, QUALITIES } from './seedWords.ts';

const VILLAGES = 250;
const WORDS = 20_000;
const BATCH = 1000;
const DAY = 86_400_000;

/**
 * Fills an empty database with `count` listings of 250 villages, which use as many different words as people would
 * write.
 */
export async function seedListings(databaseUrl: string, count: number): Promise<void> {
  const opened = await openPostgres(databaseUrl);
  const { db, pool } = opened;
  await migrate(db);
  await seedVocabulary(db);
  const words = inventedWords(WORDS);
  const villages = words
    .slice(0, VILLAGES)
    .map((word, index) => village(word, words[VILLAGES + (index % 20)] ?? '', index));
  await db.insertInto('villages').values(villages).execute();

  for (let written = 0; written < count; written += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - written) }, () => listing(pick(villages), words));
    await db
      .insertInto('listing_ids')
      .values(rows.map(({ id, village_id }) => ({ id, village_id })))
      .execute();
    await db.insertInto('listings').values(rows).execute();
  }
  await learnWords(db, [...GOODS.flatMap((name) => name.toLowerCase().split(' ')), ...QUALITIES]);
  for (let from = 0; from < words.length; from += BATCH) await learnWords(db, words.slice(from, from + BATCH));
  await recountVocabulary(db);
  // Otherwise the server would begin with indexing every listing, and the first rounds would measure that.
  await indexIsNew(db);
  await pool.query('vacuum analyze');
  await opened.close();
}

function village(word: string, district: string, index: number) {
  const name = `Desa ${word}`;
  const place = { code: null, district, regency: 'Purbalingga', sites: [`https://v${index}.desa.id`] };
  return { id: newId(), slug: `v${index}`, name, ...place, status: 'approved' as const, created_at: new Date() };
}

function listing(from: ReturnType<typeof village>, words: readonly string[]): Insertable<Database['listings']> {
  const id = newId();
  const name = `${pick(GOODS)} ${pick(QUALITIES)} ${pick(words)}`;
  const producer = `Bu ${pick(words)}`;
  const description = Array.from({ length: 40 }, () => (chance() < 0.1 ? pick(QUALITIES) : pick(words))).join(' ');
  const created = new Date(Date.now() - Math.floor(chance() * 730) * DAY);
  return {
    village_id: from.id,
    id,
    rev: 1,
    slug: `${name.toLowerCase().replaceAll(' ', '-')}-${id}`,
    name,
    price: 1000 + Math.floor(chance() * 100_000),
    unit: 'bungkus',
    pack_amount: 250,
    pack_measure: 'gram',
    availability: 'ada',
    stock: null,
    category: pick(CATEGORIES),
    description,
    photos: JSON.stringify([{ hash: 'a'.repeat(64), width: 1280, height: 960 }]),
    producer_name: producer,
    producer_phone: '+6281200000001',
    flagship: false,
    terms: 'COD',
    floor_price: null,
    floor_below: null,
    site_url: null,
    state: 'live',
    hidden: null,
    listed: true,
    // The rank as listings/rank.ts computes it: minutes, and a month more for a verified link back.
    rank: Math.floor(created.getTime() / 60_000) + (chance() < 0.6 ? 43_200 : 0),
    search_extra: `${from.name} ${from.district} Makanan Food`,
    search_place: `${from.name} ${from.district} ${from.regency}`.replace('Desa ', ''),
    ...indexColumns({ name, description: '', maker: producer }),
    backlink_url: null,
    backlink_checked_at: null,
    backlink_reason: null,
    created_at: created,
    updated_at: created,
  };
}
