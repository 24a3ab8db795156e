import { sql } from 'kysely';
import { isSoldOut } from '#contract/format.ts';
import { COMPARED, type Compared } from '#contract/measure.ts';
import type { Deps } from '#marketplace/deps.ts';
import { median, type Said, saidIn, usualPer } from '#marketplace/listings/compared.ts';
import { narrow } from '#marketplace/listings/filters.ts';
import { namingLexemes, namingTerms } from '#marketplace/listings/naming.ts';
import type { Place } from '#marketplace/listings/places.ts';
import { type CardRow, type ListingCard, selectCards, toCard } from '#marketplace/listings/public.ts';
import { searchByName } from '#marketplace/listings/searchByName.ts';
import { sorted } from '#marketplace/listings/sort.ts';
import { allOf } from '#marketplace/search/slots.ts';
import { type GroupName, groupNameOf } from './name.ts';
import { comparePlaces, placeOf } from './place.ts';

/** How many listings are read at most, the best rank first. */
const READ = 200;

/** What one village offers of the group: the cheapest that it has. */
export interface GroupOffer {
  listing: ListingCard;
  /** Its price per `Group.per`; null where its unit does not compare with that of the others. */
  compared: number | null;
}

/** The same product in every village that sells it. */
export interface Group extends GroupName {
  /** Only villages of this place stand here; null or absent: of all. */
  place?: Place | null;
  /** One of each village: comparable prices first, the cheapest first; what is sold out last. */
  offers: GroupOffer[];
  /** More listings carry these words than were read, so there may be more villages. */
  hasMore: boolean;
  /** How many listings were read. */
  read: number;
  /** The prices that compare, of what is not sold out; null where fewer than two villages' units compare. */
  prices: { per: Compared; lowest: number; median: number; villages: number } | null;
}

/** Reads a group, at most 200 listings of it; of all villages, or of those of one place. */
export async function readGroup(deps: Deps, name: GroupName, place: Place | null = null): Promise<Group> {
  const lexemes = await namingLexemes(deps.db, namingTerms(name.label));
  const rows = lexemes.length === 0 ? [] : await rowsOf(deps, lexemes, place);
  const same = rows.slice(0, READ).filter((row) => groupNameOf(row.name)?.slug === name.slug);
  const said = same.flatMap((row) =>
    saidIn(row)
      .filter(isMeasured)
      .map((price) => ({ row, price })),
  );
  const per = usualPer(said.filter(({ row }) => !isSoldOut(row)).map(({ price }) => price));
  const inUnit = new Map(
    said.filter(({ price }) => price.per === per).map(({ row, price }) => [row.id, perBuyer(price)]),
  );
  const offers = [...Map.groupBy(same, (row) => row.v_id).values()]
    .map((own) => own.map((row) => ({ row, compared: inUnit.get(row.id) ?? null })).sort(byPrice)[0])
    .filter((offer) => offer !== undefined)
    .sort(byPrice);
  const prices = offers.filter(({ row }) => !isSoldOut(row)).flatMap(({ compared }) => compared ?? []);
  return {
    slug: name.slug,
    label: name.label,
    place,
    offers: offers.map(({ row, compared }) => ({ listing: toCard(row), compared })),
    hasMore: rows.length > READ,
    read: Math.min(rows.length, READ),
    prices:
      per === null || prices.length < 2
        ? null
        : { per: buyersPer(per), lowest: Math.min(...prices), median: median(prices), villages: prices.length },
  };
}

/** A place has few listings, so the words' index and a sort are the fastest there. */
function rowsOf({ db }: Deps, lexemes: string[], place: Place | null): Promise<CardRow[]> {
  if (place === null) return searchByName(db, lexemes, { after: null, limit: READ + 1 });
  const cards = narrow(selectCards(db), { within: place.within })
    .where('l.listed', '=', true)
    .where(sql<boolean>`l.name_words @@ ${allOf(lexemes)}::tsquery`);
  return sorted(cards, 'best', null)
    .limit(READ + 1)
    .execute();
}

interface Offered {
  row: CardRow;
  compared: number | null;
}

const byPrice = (one: Offered, other: Offered): number => comparePlaces(placeIn(one), placeIn(other));
const placeIn = ({ row, compared }: Offered) => placeOf({ listing: row, compared });

/** A pack of unknown size compares with nothing, not even with another pack. */
const isMeasured = ({ per }: Said): boolean => COMPARED.some((measure) => measure === per);

/** Weights are compared per ons inside; who looks at many villages thinks in kilograms. */
const ONS_IN_KG = 10;
const buyersPer = (per: string): Compared =>
  COMPARED.find((measure) => measure === (per === 'ons' ? 'kg' : per)) ?? 'kg';
const perBuyer = ({ per, price }: Said): number => (per === 'ons' ? price * ONS_IN_KG : price);
