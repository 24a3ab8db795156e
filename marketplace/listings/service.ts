/** What the rest of the service may ask of listings; none of these functions answers with a phone number or a floor. */
export type { CardPage } from './cursor.ts';
export {
  findPublic,
  type ListOptions,
  listedInFull,
  listedSlugs,
  newestInFull,
  newestListings,
  villageListings,
} from './lists.ts';
export type { ListingCard } from './public.ts';
export { sameProduct } from './same.ts';
export { type SearchOptions, type SearchPage, searchListings } from './search.ts';
