/** What the rest of the service may ask of listings; none of these functions answers with a phone number or a floor. */
export type { CardPage } from './cursor.ts';
export type { Filters } from './filters.ts';
export {
  findPublic,
  type ListOptions,
  listedInFull,
  listedSlugs,
  newestInFull,
  newestListings,
  roomListings,
  villageListings,
} from './lists.ts';
export { placesNamed } from './namedPlaces.ts';
export { COUNTED, type Place, type Places, placesOf, type SellingVillage } from './places.ts';
export type { ListingCard } from './public.ts';
export { sameProduct } from './same.ts';
export { type SearchOptions, type SearchPage, searchListings } from './search.ts';
export { SORTS, type Sort } from './sort.ts';
export { type Suggestions, suggest } from './suggest.ts';
