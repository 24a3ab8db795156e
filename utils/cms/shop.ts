import type { ShopRef, ShopWords } from '#utils/model/cms.ts';
import type { LinkBackPost } from './types.ts';

export type { ShopRef, ShopSynced, ShopWords } from '#utils/model/cms.ts';
export type { ShopMissing, ShopSkipped } from '#utils/model/cmsLists.ts';

/** What `CmsError.what` says of a site that shuts the way by which its shop is read (`no_permission`). */
export const REST_CLOSED = 'rest_closed';

/** A listing as it shall stand in the CMS's own shop. */
export interface ShopItem extends ShopWords {
  /** `<marketplace>/p/<id>`: it stands in the product's description, and tells our product from everybody else's. */
  link: string;
  /** The category's Indonesian label. */
  category: string;
  producer: { name: string; phone: string };
  /** The main one first. */
  images: NonNullable<LinkBackPost['image']>[];
  /** False when the listing is sold out or withdrawn, so that the shop must not sell it. */
  onSale: boolean;
  /** How many are left; null or absent where nobody counts. */
  stock?: number | null | undefined;
  /** Where the listing's article stands, which holds our link, too, and is no product; absent where there is none. */
  articleUrl?: string | undefined;
  /** An earlier write of it had no clear end: a product of ours may stand that nobody knows. */
  mayStand?: boolean | undefined;
  /** The product as we last left it; null when we have not written it yet. */
  known: ShopRef | null;
}
