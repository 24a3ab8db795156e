import type { ListingCard } from '#marketplace/listings/service.ts';
import type { PublicProfile } from '#marketplace/villages/service.ts';

export type ListedProduct = ListingCard;

/** A part of a keyset-ordered list; `next` asks for the part after it. */
export interface Slice {
  listings: ListedProduct[];
  next: string | null;
}

/** A village as the storefront names it in a list. */
export interface VillageLink {
  slug: string;
  name: string;
  district: string | null;
  regency: string | null;
}

/** A village on its own page. */
export interface VillageProfile extends VillageLink, PublicProfile {
  siteUrl: string | null;
  /** Median time until an answer, in milliseconds; null until there were enough questions to say. */
  medianAnswer: number | null;
}
