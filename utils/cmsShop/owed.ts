import { isInside } from '#contract';
import { ownShopOf, SHOP_SETTING } from '#utils/cms/ownShop.ts';
import type { OwnShop } from '#utils/cms/types.ts';
import type { Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { CmsShopEntry } from '#utils/model/shop.ts';
import type { Settings, Site } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { readSettings } from '#utils/settings.ts';
import { isForSale } from './item.ts';

export const CMS_SHOP_STORES = ['values', 'sites', 'listings'] as const satisfies readonly StoreName[];

/** A listing whose site has a CMS shop, and how it stands there. */
export interface ShopListing {
  listing: StoredListing;
  siteUrl: string;
  shop: OwnShop;
  entry: CmsShopEntry | undefined;
  /** True when the listing was imported from a product of that very shop. */
  isImported: boolean;
}

/** The shop of a site, where the person wants products in it; of an unknown CMS only one that was shown can be written to. */
function wantedShop(site: Site, settings: Settings, shown: readonly string[]): OwnShop | null {
  const isShown = site.cms === 'assist' && shown.some((one) => isInside(site.url, one));
  const own = site.cms === 'assist' ? (isShown ? 'table' : null) : ownShopOf(site);
  return own !== null && settings[SHOP_SETTING[own]] === true ? own : null;
}

/** Every listing that the person wants in the shop of its site; none while that shop's setting is off. */
export async function shopListings(tx: Tx): Promise<ShopListing[]> {
  const settings = await readSettings(tx);
  if (Object.values(SHOP_SETTING).every((name) => settings[name] !== true)) return [];
  const recipes = Object.entries((await tx.value('recipes')) ?? {});
  const shown = recipes.flatMap(([url, { recipe }]) => (recipe === null ? [] : [url]));
  const shops = new Map((await tx.all('sites')).map((site) => [site.url, wantedShop(site, settings, shown)]));
  const shelf = (await tx.value('shelf')) ?? {};
  const taken = Object.entries((await tx.value('taken')) ?? {});
  return (await tx.all('listings')).flatMap((listing) => {
    const { siteUrl } = listing.input;
    const shop = siteUrl === null ? null : (shops.get(siteUrl) ?? null);
    if (siteUrl === null || shop === null) return [];
    const isImported = taken.some(([key, id]) => id === listing.id && key.startsWith(`${siteUrl} `));
    return [{ listing, siteUrl, shop, entry: shelf[listing.id], isImported }];
  });
}

/**
 * True when the shop does not say yet what the listing says. This is not stored but derived from what is known, so it
 * cannot be lost. The article comes first: a product enters the shop only when its article stands. A listing that was
 * imported from the shop is never owed. Its product there is a person's own, and writing to it would undo what they do
 * in the shop.
 */
export function isOwed({ listing, entry, isImported }: ShopListing): boolean {
  const { input, post, serverRev, shortUrl } = listing;
  if (isImported || shortUrl === null || serverRev < input.rev || entry?.rev === input.rev) return false;
  if (isForSale(listing)) return post?.state === 'published' || (entry?.ref ?? null) !== null;
  return entry !== undefined && (entry.ref?.onSale === true || entry.writing !== null);
}
