import { type RawBuilder, sql } from 'kysely';
import type { Category } from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import { prepare } from '#marketplace/db/prepared.ts';
import { allOf } from '#marketplace/search/slots.ts';
import type { Cursor } from './cursor.ts';
import { type CardRow, selectCards } from './public.ts';
import { sorted } from './sort.ts';

/** How many rows of the rarest word are read at first, and at most where enough of the first have the other words. */
const STEP = 150;
const WALK = 600;

export interface SearchByNameOptions {
  category?: Category | undefined;
  villageId?: string | undefined;
  notVillageId?: string;
  /** Lexemes of which the listings must have none. */
  without?: readonly string[];
  after: Cursor | null;
  limit: number;
}

/** Listings with all the lexemes in their name, best rank first. */
export async function searchByName(db: Db, lexemes: string[], options: SearchByNameOptions): Promise<CardRow[]> {
  if (options.villageId !== undefined) return inVillage(db, lexemes, options, options.villageId);
  const first = await walk(db, lexemes, options, STEP);
  if (first.length === options.limit || (lexemes.length === 1 && !options.without?.length)) return first;
  // Where few of them have the other words, the index of all words is cheaper.
  if (first.length * (WALK / STEP) >= options.limit) {
    const rows = await walk(db, lexemes, options, WALK);
    if (rows.length === options.limit) return rows;
  }
  return byIndex(db, { ...valuesOf(options), query: allOf(lexemes) });
}

/** One village has few listings, so its own index and the words' index are the fastest there. */
function inVillage(db: Db, lexemes: string[], options: SearchByNameOptions, villageId: string): Promise<CardRow[]> {
  const { category, notVillageId, without, after, limit } = options;
  let query = selectCards(db)
    .where('l.listed', '=', true)
    .where('l.village_id', '=', villageId)
    .where(sql<boolean>`l.name_words @@ ${allOf(lexemes)}::tsquery`);
  if (category) query = query.where('l.category', '=', category);
  if (notVillageId) query = query.where('l.village_id', '!=', notVillageId);
  if (without?.length) query = query.where(sql<boolean>`not ${hasOneOf('l', without)}`);
  return sorted(query, 'best', after).limit(limit).execute();
}

/** A place before every possible listing: ranks are integers, and no id sorts above a brace. */
const START = { key: 2 ** 31 - 1, id: '{' };

/** The values of one such search; null where it is not narrowed. */
interface Values {
  category: Category | null;
  notVillageId: string | null;
  without: string[];
  rank: number;
  id: string;
  limit: number;
}

function valuesOf({ category, notVillageId, without, after, limit }: SearchByNameOptions): Values {
  const { key: rank, id } = after ?? START;
  return {
    category: category ?? null,
    notVillageId: notVillageId ?? null,
    without: [...(without ?? [])],
    ...{ rank, id, limit },
  };
}

/** The listings that come after a place and are not narrowed away. */
const isLeft = (of: string, { category, notVillageId, rank, id }: Values) => {
  const column = (name: string) => sql.ref(`${of}.${name}`);
  return sql`(${column('rank')}, ${column('id')}) < (${rank}::int, ${id})
    and (${category}::text is null or ${column('category')} = ${category})
    and (${notVillageId}::text is null or ${column('village_id')} <> ${notVillageId})`;
};

const hasOneOf = (of: string, lexemes: readonly string[]) =>
  sql`tsvector_to_array(${sql.ref(`${of}.name_words`)}) && ${lexemes}::text[]`;

/** The cards of what `found` selects by village and id, best rank first. */
const cardsOf = (db: Db, found: RawBuilder<{ village_id: string; id: string }>) =>
  selectCards(db)
    .innerJoin(found.as<'found'>(sql`found`), (join) =>
      join.onRef('found.village_id', '=', 'l.village_id').onRef('found.id', '=', 'l.id'),
    )
    .orderBy('l.rank', 'desc')
    .orderBy('l.id', 'desc');

/** The same by the index of all words. What matches is a set of its own, so that the planner walks no other index. */
const byIndex = prepare((db, values: Values & { query: string }) =>
  cardsOf(
    db,
    sql`(
      with matching as materialized (
        select w.rank, w.id, w.village_id, w.category from listings w
        where w.listed and w.name_words @@ ${values.query}::tsquery
          and (cardinality(${values.without}::text[]) = 0 or not ${hasOneOf('w', values.without)}))
      select w.village_id, w.id from matching w where ${isLeft('w', values)}
      order by w.rank desc, w.id desc limit ${values.limit})`,
  ),
);

interface Walk extends Values {
  first: string;
  others: string[];
  /** How many rows of the first lexeme are read. */
  reach: number;
}

const walks: ReturnType<typeof walkWith>[] = [];

function walk(
  db: Db,
  [first = '', ...others]: string[],
  options: SearchByNameOptions,
  reach: number,
): Promise<CardRow[]> {
  const values = valuesOf(options);
  const shape = others.length * 2 + (values.without.length === 0 ? 0 : 1);
  const statement = walks[shape] ?? walkWith(others.length, values.without.length > 0);
  walks[shape] = statement;
  return statement(db, { ...values, first, others, reach: shape === 0 ? options.limit : reach });
}

/**
 * Reads the listings of the first lexeme (the rarest) from the highest rank down, and keeps those that have the other
 * lexemes too, and not `without`. There is one statement for each number of other lexemes, with and without `without`.
 * `lateral … limit 1` holds the planner to exactly one look into the index per row.
 */
const walkWith = (count: number, isWithout: boolean) =>
  prepare((db, values: Walk) => {
    const { first, others, without, reach, limit } = values;
    const lacks = isWithout
      ? sql`where not exists (select 1 from listing_words n where n.word = any(${without}::text[]) and n.rank = d.rank and n.id = d.id)`
      : sql``;
    const driver = sql`
      select w.rank, w.id, w.village_id from listing_words w
      where w.word = ${first} and ${isLeft('w', values)}
      order by w.rank desc, w.id desc limit ${reach}`;
    const hasOther = Array.from(
      { length: count },
      (_, at) => sql`cross join lateral (select 1 from listing_words o
        where o.word = (${others}::text[])[${sql.lit(at + 1)}] and o.rank = d.rank and o.id = d.id limit 1) ${sql.id(`other_${at}`)}`,
    );
    return cardsOf(
      db,
      sql`(
        select d.rank, d.id, d.village_id from (${driver}) d ${sql.join(hasOther, sql` `)} ${lacks}
        order by d.rank desc, d.id desc limit ${limit})`,
    );
  });
