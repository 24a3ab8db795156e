import type { PublicListing } from '#contract';
import type { Place } from '#marketplace/listings/service.ts';
import { type Ask, filtersOf, NOTHING } from '#marketplace/pages/find/ask.ts';
import type { Slice } from '#marketplace/pages/models.ts';
import type { ListData } from '#marketplace/pages/Results.tsx';

/** A list with every filter set, every notice and every link that lists of products can have. */
export function foundList(listing: PublicListing, slice: Slice): ListData {
  const { village } = listing;
  const outer: Place = {
    key: 'a',
    district: null,
    regency: village.regency,
    within: [],
    villageIds: [village.id],
    goods: 100,
  };
  const inner: Place = { ...outer, key: 'a.b', district: village.district, goods: 7 };
  const ask: Ask = {
    // Without words it would be another page.
    query: listing.name || 'x',
    place: inner,
    category: listing.category,
    priceMin: 1000,
    priceMax: listing.price,
    stock: 'siap',
    flagship: true,
    verified: true,
    permit: 'halal',
    sort: 'cheapest',
  };
  return {
    ...slice,
    ask,
    unread: ['min', 'di'],
    places: {
      villages: [{ ...village, goods: 7 }],
      places: [outer, inner],
      byKey: new Map([
        ['a', outer],
        ['a.b', inner],
      ]),
      words: new Set(),
      kinds: new Map([[listing.category, 100]]),
    },
    named: { villages: [{ ...village, goods: 7 }], places: [inner] },
    corrected: listing.name,
    loose: true,
    tail: 'near',
    matching: 1,
    mentioned: false,
    continued: false,
    ways: [],
    unfiltered: null,
  };
}

/** The same with nothing in it. */
export function emptyList(listing: PublicListing): ListData {
  const found = foundList(listing, { listings: [], next: null });
  return {
    ...found,
    corrected: null,
    loose: false,
    ways: filtersOf(found.ask),
    unfiltered: { ...NOTHING, query: listing.name },
  };
}
