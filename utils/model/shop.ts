import * as z from 'zod/mini';
import { ShopRef } from './cms.ts';
import { OWN_SHOPS, SHOP_SKIPPED } from './cmsLists.ts';
import { PRODUCT_DEEDS } from './lessonDeeds.ts';

/** Why a listing is not in the village's own shop yet; the UI has a sentence for each. */
export const CMS_SHOP_REASONS = [
  'signed_out',
  'no_permission',
  'markup_changed',
  'refused',
  'network',
  'site_down',
  'password_due',
  'lacks_seller',
  'lacks_producer',
  'lacks_category',
  'lacks_rest',
  'lacks_phone',
  'form_changed',
  'look_first',
  'not_shown',
  'not_reached',
  'shop_broken',
] as const;
export type CmsShopReason = (typeof CMS_SHOP_REASONS)[number];

/** How one listing stands in the shop of its site, as far as this device knows. */
export const CmsShopEntry = z.object({
  siteUrl: z.string(),
  /** The newest revision that the shop has; 0 before the first. */
  rev: z.int(),
  ref: z.nullable(ShopRef),
  left: z.nullable(z.enum(SHOP_SKIPPED)),
  /** How the last attempt failed, at which revision and when (ms). */
  wait: z.nullable(
    z.object({
      reason: z.enum(CMS_SHOP_REASONS),
      detail: z.nullable(z.string()),
      rev: z.int(),
      at: z.number(),
    }),
  ),
  /**
   * The write that is in flight, as in `StoredListing.writing`: one that is still here after the worker has died may
   * have gone through.
   */
  writing: z.nullable(z.object({ writer: z.string(), at: z.number() })),
});
export type CmsShopEntry = z.infer<typeof CmsShopEntry>;

/** How the listings stand in the CMS shops, by the listing's id (stored as `shelf`). */
export const CmsShopState = z.record(z.string(), CmsShopEntry);
export type CmsShopState = z.infer<typeof CmsShopState>;

/** What is owed to the CMS shop of one site, and the products that are skipped there. */
export const CmsShopView = z.object({
  siteUrl: z.string(),
  shop: z.enum(OWN_SHOPS),
  waiting: z.int(),
  /** Null when nothing is wrong: the next visit to the site's admin pages brings what is waiting into the shop. */
  reason: z.nullable(z.enum(CMS_SHOP_REASONS)),
  detail: z.nullable(z.string()),
  /** The product of that reason, where it stands, and what can be shown with it. */
  about: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      url: z.nullable(z.string()),
      deed: z.nullable(z.enum(PRODUCT_DEEDS)),
    }),
  ),
  /** Names of products that Dodolan leaves alone. */
  left: z.array(z.string()),
});
export type CmsShopView = z.infer<typeof CmsShopView>;
