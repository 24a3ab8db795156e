import type { CmsId, LinkBackPost } from './types.ts';

/** CMSs with a shop of their own that Dodolan can write to. */
export const CMS_WITH_SHOP: ReadonlySet<CmsId> = new Set<CmsId>(['opensid']);

/** What the CMS's own shop says of a product. Plain text; the price in whole rupiah. */
export interface ShopWords {
  name: string;
  price: number;
  /** As buyers read it: `bungkus (250 g)`. The shop may know less. */
  unit: string;
  description: string;
}

/** A listing as it shall stand in the CMS's own shop. */
export interface ShopItem extends ShopWords {
  /** `<marketplace>/p/<id>`: stands in the product's description, and tells ours from everybody else's. */
  link: string;
  /** The category's Indonesian label. */
  category: string;
  producer: { name: string; phone: string };
  /** The main one first. */
  images: NonNullable<LinkBackPost['image']>[];
  /** False: sold out or withdrawn, so it must not be on the shelf. */
  onSale: boolean;
  /** How we last left it. */
  known: ShopRef | null;
}

/** A product of ours in the shop, as we last left it. */
export interface ShopRef {
  productId: string;
  link: string;
  onSale: boolean;
  /** What the listing said then: only what it says differently now is written, so that a person's own change stays. */
  said: ShopWords;
  /** Fingerprints of the listing's pictures then. */
  pictures: string[];
}

/**
 * Why a product is left as it is. `same_name`: a person's own product of that name stands there. `taken_over`: a person
 * took our link out of it. `removed`, `hidden`: a person took it away, or off the shelf.
 */
export const SHOP_LEFT = ['same_name', 'taken_over', 'removed', 'hidden'] as const;
export type ShopLeft = (typeof SHOP_LEFT)[number];

/** What the shop itself lacks. `producer`: it has several sellers, and none of them is this product's. */
export const SHOP_LACKS = ['seller', 'producer', 'category'] as const;
export type ShopLack = (typeof SHOP_LACKS)[number];

/** How it ended, read back from the shop. */
export type Shelved =
  | { state: 'on'; ref: ShopRef }
  | { state: 'off'; ref: ShopRef | null }
  | { state: 'left'; why: ShopLeft }
  | { state: 'lacks'; what: ShopLack };
