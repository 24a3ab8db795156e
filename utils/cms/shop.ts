import type { ShopRef, ShopWords } from '#utils/model/cms.ts';
import type { LinkBackPost } from './types.ts';

export type { ShopRef, ShopSynced, ShopWords } from '#utils/model/cms.ts';
export type { ShopMissing, ShopSkipped } from '#utils/model/cmsLists.ts';

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
