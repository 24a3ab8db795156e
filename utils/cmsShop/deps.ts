import type { Recipe } from '#contract';
import type { ShopItem, ShopSynced } from '#utils/cms/shop.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import type { OutboxDeps, SiteTabs } from '#utils/outbox/deps.ts';

/** The tabs that can put a listing into the CMS's own shop. */
export interface CmsShopTabs extends Pick<SiteTabs, 'of' | 'prepare' | 'anyOf'> {
  /**
   * Throws `CmsError` as the driver does, or `TabLostError` when no answer came. Null when this CMS has no shop. `recipe`: how
   * the site saves, where no adapter knows it.
   */
  syncShop(tabId: number, item: ShopItem, recipe?: Recipe): Promise<ShopSynced | null>;
}

/** Everything that the sync with the CMS shop needs from outside, so that a test can cut it anywhere. */
export interface CmsShopDeps extends Pick<OutboxDeps, 'db' | 'clock' | 'locks' | 'broadcast'> {
  tabs: CmsShopTabs;
  /** How a learned site saves; null for any other. */
  recipe(siteUrl: string): Promise<Recipe | null>;
  /** The item for a listing, without `known`, which the attempt fills in. Throws when a photo cannot be had now. */
  toItem(listing: StoredListing): Promise<Omit<ShopItem, 'known'>>;
}
