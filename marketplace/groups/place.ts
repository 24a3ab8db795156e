import { Id } from '#contract';
import { isSoldOut, type Stocked } from '#contract/format.ts';

/**
 * Where an offer stands in the order of its group: what can be had before what is sold out, what compares before what does
 * not, the cheaper first. It holds every value of the order, so that a page has its place also when the offer is gone.
 */
export type Place = readonly [isSoldOut: number, isUncompared: number, price: number, id: string];

interface Placed {
  compared: number | null;
  listing: Pick<Stocked, 'availability' | 'stock'> & { id: string; price: number };
}

export const placeOf = ({ listing, compared }: Placed): Place => [
  Number(isSoldOut(listing)),
  Number(compared === null),
  compared ?? listing.price,
  listing.id,
];

export function comparePlaces(one: Place, other: Place): number {
  return (
    one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || (one[3] < other[3] ? -1 : Number(one[3] > other[3]))
  );
}

/** A place as an address says it. */
export const placeText = (place: Place): string => place.join('_');

/** The place that an address says; null for what says none. */
export function readPlace(text: string): Place | null {
  const [, out = '', bare = '', price = '', id] = /^([01])_([01])_(\d{1,15}(?:\.\d{1,20})?)_(\w+)$/.exec(text) ?? [];
  const known = Id.safeParse(id);
  return known.success ? [Number(out), Number(bare), Number(price), known.data] : null;
}
