import { type SqlBool, sql } from 'kysely';
import type { Category } from '../contract/index.ts';
import type { Db } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { allOf } from '../search/query.ts';
import { beyond, type Cursor } from './cursor.ts';
import { type CardRow, selectCards } from './public.ts';

/** How far the walk along the rarest word goes before the other index is cheaper: few of them have the other words. */
const WALK = 600;

export interface NamedOptions {
  category?: Category | undefined;
  villageId?: string | undefined;
  notVillageId?: string;
  after: Cursor | null;
  limit: number;
}

/** Listings with all the lexemes in their name, best rank first. */
export async function namedListings(db: Db, lexemes: string[], options: NamedOptions): Promise<CardRow[]> {
  // Within one village the words are few: its own index and the words' index do that best.
  if (options.villageId === undefined) {
    const rows = await walk(db, lexemes, options);
    if (rows.length === options.limit || lexemes.length === 1) return rows;
  }
  let query = selectCards(db)
    .where('l.listed', '=', true)
    .where(sql<boolean>`l.name_words @@ ${allOf(lexemes)}::tsquery`);
  if (options.category) query = query.where('l.category', '=', options.category);
  if (options.villageId) query = query.where('l.village_id', '=', options.villageId);
  if (options.notVillageId) query = query.where('l.village_id', '!=', options.notVillageId);
  if (options.after) query = query.where(beyond(options.after));
  return query.orderBy('l.rank', 'desc').orderBy('l.id', 'desc').limit(options.limit).execute();
}

/**
 * Goes down the ranks of the first lexeme (the rarest) and keeps what has the others too. `lateral … limit 1` holds the
 * planner to exactly that: one look into the index per row.
 */
function walk(db: Db, [first = '', ...others]: string[], options: NamedOptions): Promise<CardRow[]> {
  let driver = db
    .selectFrom('listing_words as w')
    .select(['w.rank', 'w.id', 'w.village_id'])
    .where('w.word', '=', first)
    .orderBy('w.rank', 'desc')
    .orderBy('w.id', 'desc');
  if (options.category) driver = driver.where('w.category', '=', options.category);
  if (options.notVillageId) driver = driver.where('w.village_id', '!=', options.notVillageId);
  const { after } = options;
  if (after) driver = driver.where(sql<SqlBool>`(w.rank, w.id) < (${after.rank}::int, ${after.id})`);
  const hasOther = others.map(
    (word, at) =>
      sql`cross join lateral (select 1 from listing_words o
        where o.word = ${word} and o.rank = d.rank and o.id = d.id limit 1) ${sql.id(`other_${at}`)}`,
  );
  const found = sql<{ village_id: string; id: string }>`(
    select d.rank, d.id, d.village_id from (${driver.limit(others.length > 0 ? WALK : options.limit)}) d
    ${sql.join(hasOther, sql` `)}
    order by d.rank desc, d.id desc limit ${options.limit})`.as<'found'>(sql`found`);
  return selectCards(db)
    .modifyFront(prepared)
    .innerJoin(found, (join) => join.onRef('found.village_id', '=', 'l.village_id').onRef('found.id', '=', 'l.id'))
    .orderBy('l.rank', 'desc')
    .orderBy('l.id', 'desc')
    .execute();
}
