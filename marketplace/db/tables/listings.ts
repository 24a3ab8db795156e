import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Availability, Category, Exchange, Floor, KnownPermits, PackSize, Photo, Unit } from '#contract';

type Json<T> = ColumnType<T, string, string>;

export interface ListingTables {
  /** Which village owns an id: keeps ids unique although `village_id` leads the keys of `listings`. */
  listing_ids: { id: string; village_id: string };
  listings: {
    village_id: string;
    id: string;
    rev: number;
    /** The device that said this revision; null where that was not kept yet. */
    said_by: Generated<string | null>;
    slug: string;
    name: string;
    /** Whole rupiah. */
    price: number;
    unit: Unit;
    unit_word: string | null;
    pack_amount: number | null;
    pack_measure: PackSize['measure'] | null;
    availability: Availability;
    stock: number | null;
    category: Category;
    description: string;
    photos: Json<Photo[]>;
    producer_name: string;
    producer_phone: string;
    flagship: boolean;
    terms: string;
    /** Only what holds, each true; null: nobody has spoken of it. */
    exchange: ColumnType<Exchange | null, string | null, string | null>;
    floor_price: number | null;
    floor_below: Floor['below'] | null;
    /** Only kinds that there are; null: nobody has spoken of any. */
    permits: ColumnType<KnownPermits | null, string | null, string | null>;
    site_url: string | null;
    state: 'live' | 'withdrawn';
    /** An operator's reason for hiding it. */
    hidden: string | null;
    /**
     * Live, not hidden, village approved: what the storefront may show. `listings/visibility.ts` keeps it up to date.
     */
    listed: boolean;
    /**
     * Newer is higher, and verified, flagship and available products count as newer; the keyset order of every list.
     */
    rank: number;
    /** More words that a search finds the listing by: village, district, category labels. */
    search_extra: string;
    /** The village's and the maker's names, which find a listing as surely as its own name. */
    search_place: Generated<string>;
    search_maker: Generated<string>;
    backlink_url: string | null;
    backlink_state: Generated<'none' | 'checking' | 'verified' | 'broken'>;
    backlink_checked_at: Date | null;
    backlink_reason: string | null;
    /** Checks that failed in a row for a reason that may pass (the site was down). */
    backlink_failures: Generated<number>;
    /**
     * Synonyms found in the name, and found anywhere in the listing: one word stands for each group
     * (`search/terms.ts`). Behind `^`: what the name is about (`search/heads.ts`).
     */
    name_goods: Generated<string[]>;
    all_goods: Generated<string[]>;
    /** The text as anybody may see it, where it holds a telephone number: only those words are searched. */
    masked_name: Generated<string | null>;
    masked_description: Generated<string | null>;
    name_words: GeneratedAlways<string>;
    all_words: GeneratedAlways<string>;
    /** When the village last said that it is as it stands here: with a revision, or without one. */
    checked_at: Generated<Date>;
    /** That was so long ago that buyers are told of it, and `rank` is lower for it. `listings/stale.ts` keeps it. */
    stale: Generated<boolean>;
    created_at: Date;
    updated_at: Date;
  };
  /** Which listings have a word in their name, best rank first: kept by a trigger, see 004-search.ts. */
  listing_words: { word: string; rank: number; id: string; village_id: string; category: Category };
  /** One product as several villages sell it, as it was last counted (`groups/count.ts`). */
  product_groups: { slug: string; label: string; villages: number; counted_at: Date };
  /** The words that a typed word is corrected to; `near` are the keys of `search/words.ts`. */
  search_words: { word: string; uses: number; near: string[] };
}
