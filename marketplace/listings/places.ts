import { sql } from 'kysely';
import type { Category } from '#contract';
import { CATEGORIES } from '#contract/choices.ts';
import { maskPlace } from '#contract/maskPlace.ts';
import type { Deps } from '#marketplace/deps.ts';
import { forgetKept } from '#marketplace/search/kept.ts';
import { wordsOf } from '#marketplace/search/words.ts';
import type { DistrictKeys } from './filters.ts';
import { placeText } from './searchText.ts';
import { slugWords } from './slug.ts';

/** Counts stop here: "100+" tells as much as 3,412, and costs the same in every market. */
export const COUNTED = 100;
/** Of these the names are known to the search; a list narrowed to a place knows every village of it. */
const NAMED_MAX = 3000;
/** Indonesia has some 7,300 kecamatan, and some are written in more than one way. */
const PAIRS_MAX = 20_000;
/** Who sells where changes slowly; a list may be some seconds old. */
const KEPT_MS = 20_000;

export interface SellingVillage {
  id: string;
  slug: string;
  name: string;
  district: string | null;
  regency: string | null;
  /** Listings that buyers see, at most `COUNTED`. */
  goods: number;
}

/** A regency or one of its districts, with the villages in it that sell something. */
export interface Place {
  /** `purbalingga`, or `purbalingga.bobotsari`: as the address of a list has it. */
  key: string;
  district: string | null;
  regency: string | null;
  /** As the database has it: two villages may write one place differently. */
  within: DistrictKeys[];
  /** Of its villages those whose names are known to the search. */
  villageIds: string[];
  /** More than `COUNTED` is only known to be more. */
  goods: number;
}

export interface Places {
  villages: SellingVillage[];
  /** Each regency, followed by its districts; by name. */
  places: Place[];
  byKey: ReadonlyMap<string, Place>;
  /** The words of all these names. */
  words: ReadonlySet<string>;
  /** Kinds that some village sells, each with its listings, at most `COUNTED`. */
  kinds: ReadonlyMap<Category, number>;
}

const kept = new WeakMap<object, { until: number; places: Promise<Places> }>();

/** Where something is sold, from a list that is read now and then, and anew after this process wrote. */
export function placesOf(deps: Deps): Promise<Places> {
  const now = performance.now();
  const found = kept.get(deps.db);
  if (found && found.until > now) return found.places;
  const places = readPlaces(deps);
  kept.set(deps.db, { until: now + KEPT_MS, places });
  places.catch(() => forgetPlaces(deps));
  return places;
}

/** To be called after something that is sold, or where it is from, was written. */
export function forgetPlaces({ db }: Pick<Deps, 'db'>): void {
  kept.delete(db);
  forgetKept(db);
}

const SOLD = sql`cross join lateral (
  select count(*) as goods from (select from listings l where l.listed and l.village_id = v.id limit ${sql.lit(COUNTED)}) counted
) sold`;

/** One way of writing a kecamatan and its kabupaten, with what its villages sell. */
type Written = DistrictKeys & Pick<Place, 'district' | 'regency' | 'goods'>;

async function readPlaces({ db }: Deps): Promise<Places> {
  const { rows } = await sql<SellingVillage>`
    select v.id, v.slug, v.name, v.district, v.regency, sold.goods::int as goods from villages v ${SOLD}
    where v.status = 'approved' and sold.goods > 0 order by v.slug limit ${NAMED_MAX}`.execute(db);
  const pairs = await sql<Written>`
    select v.regency_key as "regencyKey", v.district_key as "districtKey", min(v.regency) as regency,
      min(v.district) as district, sum(sold.goods)::int as goods
    from villages v ${SOLD} where v.status = 'approved' and sold.goods > 0
    group by v.regency_key, v.district_key order by v.regency_key, v.district_key limit ${PAIRS_MAX}`.execute(db);
  const counts = await sql<{ category: Category; goods: number }>`
    select kind.category, sold.goods::int as goods from unnest(${[...CATEGORIES]}::text[]) kind(category)
    cross join lateral (
      select count(*) as goods from (select from listings l where l.listed and l.category = kind.category limit ${COUNTED}) counted
    ) sold where sold.goods > 0`.execute(db);
  const villages = rows.map((row) => ({ ...row, ...maskPlace(row) }));
  const places = gathered(
    pairs.rows.map((row) => ({ ...row, ...maskPlace({ name: '', ...row }) })),
    villages,
  );
  return {
    villages,
    places,
    byKey: new Map(places.map((place) => [place.key, place])),
    words: new Set(villages.flatMap((village) => wordsOf(placeText(village)))),
    kinds: new Map(counts.rows.map(({ category, goods }) => [category, goods])),
  };
}

/** The word that says what it is stands before some names and not before others: "Kab. Purbalingga", "Purbalingga". */
const bare = (name: string) => name.replace(/^(?:kecamatan|kec\.?|kabupaten|kab\.?)\s+/i, '').trim();

/** The parts of a place's address. */
function keysOf({ district, regency }: Pick<Place, 'district' | 'regency'>) {
  const outer = slugWords(bare(regency ?? ''));
  const inner = slugWords(bare(district ?? ''));
  return { outer, inner: inner && `${outer}.${inner}` };
}

function gathered(pairs: Written[], villages: SellingVillage[]): Place[] {
  const places = new Map<string, Place>();
  const add = (key: string, of: Pick<Place, 'district' | 'regency'>, { goods, ...pair }: Written) => {
    if (!key) return;
    const place = places.get(key) ?? { key, ...of, within: [], villageIds: [], goods: 0 };
    place.within.push({ regencyKey: pair.regencyKey, districtKey: pair.districtKey });
    place.goods += goods;
    places.set(key, place);
  };
  for (const pair of pairs) {
    const { outer, inner } = keysOf(pair);
    const regency = pair.regency && bare(pair.regency);
    add(outer, { regency, district: null }, pair);
    add(inner, { regency, district: pair.district && bare(pair.district) }, pair);
  }
  for (const village of villages) {
    const { outer, inner } = keysOf(village);
    places.get(outer)?.villageIds.push(village.id);
    places.get(inner)?.villageIds.push(village.id);
  }
  // A point sorts before every letter, so a regency stands right before its districts.
  return [...places.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
