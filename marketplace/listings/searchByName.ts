import { sql } from 'kysely';
import type { Category } from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import { prepare } from '#marketplace/db/prepared.ts';
import { allOf } from '#marketplace/search/query.ts';
import type { Cursor } from './cursor.ts';
import { type CardRow, selectCards } from './public.ts';
import { sorted } from './sort.ts';

/**
 * How many rows of the rarest word are read before the other index is cheaper, because few of them have the other
 * words.
 */
const WALK = 600;

export interface SearchByNameOptions {
  category?: Category | undefined;
  villageId?: string | undefined;
  notVillageId?: string;
  /** A lexeme that the listings must not have. */
  without?: string | null;
  after: Cursor | null;
  limit: number;
}

/** Listings with all the lexemes in their name, best rank first. */
export async function searchByName(db: Db, lexemes: string[], options: SearchByNameOptions): Promise<CardRow[]> {
  // One village has few listings, so its own index and the words' index are the fastest there.
  if (options.villageId === undefined) {
    const rows = await walk(db, lexemes, options);
    if (rows.length === options.limit || (lexemes.length === 1 && !options.without)) return rows;
  }
  let query = selectCards(db)
    .where('l.listed', '=', true)
    .where(sql<boolean>`l.name_words @@ ${allOf(lexemes)}::tsquery`);
  if (options.category) query = query.where('l.category', '=', options.category);
  if (options.villageId) query = query.where('l.village_id', '=', options.villageId);
  if (options.notVillageId) query = query.where('l.village_id', '!=', options.notVillageId);
  if (options.without) query = query.where(sql<boolean>`not l.name_words @@ ${allOf([options.without])}::tsquery`);
  return sorted(query, 'best', options.after).limit(options.limit).execute();
}

/** A place before every possible listing: ranks are integers, and no id sorts above a brace. */
const START = { key: 2 ** 31 - 1, id: '{' };

/** The values of one such search; null where it is not narrowed. */
interface Walk {
  first: string;
  others: string[];
  category: Category | null;
  notVillageId: string | null;
  without: string | null;
  rank: number;
  id: string;
  limit: number;
}

const walks: ReturnType<typeof walkWith>[] = [];

function walk(db: Db, [first = '', ...others]: string[], options: SearchByNameOptions): Promise<CardRow[]> {
  const { category = null, notVillageId = null, without = null, after, limit } = options;
  const { key: rank, id } = after ?? START;
  const shape = others.length * 2 + (without === null ? 0 : 1);
  const statement = walks[shape] ?? walkWith(others.length, without !== null);
  walks[shape] = statement;
  return statement(db, { first, others, category, notVillageId, without, rank, id, limit });
}

/**
 * Reads the listings of the first lexeme (the rarest) from the highest rank down, and keeps those that have the other
 * lexemes too, and not `without`. There is one statement for each number of other lexemes, with and without `without`. `lateral … limit 1` holds the planner to
 * exactly one look into the index per row.
 */
const walkWith = (count: number, isWithout: boolean) =>
  prepare((db, { first, others, category, notVillageId, without, rank, id, limit }: Walk) => {
    const lacks = isWithout
      ? sql`where not exists (select 1 from listing_words n where n.word = ${without} and n.rank = d.rank and n.id = d.id)`
      : sql``;
    const driver = sql`
      select w.rank, w.id, w.village_id from listing_words w
      where w.word = ${first} and (w.rank, w.id) < (${rank}::int, ${id})
        and (${category}::text is null or w.category = ${category})
        and (${notVillageId}::text is null or w.village_id <> ${notVillageId})
      order by w.rank desc, w.id desc limit ${count > 0 ? WALK : isWithout ? sql.lit(WALK / 6) : limit}`;
    const hasOther = Array.from(
      { length: count },
      (_, at) => sql`cross join lateral (select 1 from listing_words o
        where o.word = (${others}::text[])[${sql.lit(at + 1)}] and o.rank = d.rank and o.id = d.id limit 1) ${sql.id(`other_${at}`)}`,
    );
    const found = sql<{ village_id: string; id: string }>`(
      select d.rank, d.id, d.village_id from (${driver}) d ${sql.join(hasOther, sql` `)} ${lacks}
      order by d.rank desc, d.id desc limit ${limit})`.as<'found'>(sql`found`);
    return selectCards(db)
      .innerJoin(found, (join) => join.onRef('found.village_id', '=', 'l.village_id').onRef('found.id', '=', 'l.id'))
      .orderBy('l.rank', 'desc')
      .orderBy('l.id', 'desc');
  });
