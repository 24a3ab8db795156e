import { CMS_WITH_SHOP } from '#utils/cms/recognisers.ts';
import type { Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { CmsShopEntry } from '#utils/model/shop.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { readSettings } from '#utils/settings.ts';
import { isForSale } from './item.ts';

export const CMS_SHOP_STORES = ['values', 'sites', 'listings'] as const satisfies readonly StoreName[];

/** A listing whose site has a CMS shop, and how it stands there. */
export interface ShopListing {
  listing: StoredListing;
  siteUrl: string;
  entry: CmsShopEntry | undefined;
  /** True when the listing was imported from a product of that very shop. */
  isImported: boolean;
}

/** Every listing that the person wants in the shop of its site; none while the setting is off. */
export async function shopListings(tx: Tx): Promise<ShopListing[]> {
  if (!(await readSettings(tx)).shop) return [];
  const shops = new Set((await tx.all('sites')).filter(({ cms }) => CMS_WITH_SHOP.has(cms)).map(({ url }) => url));
  const shelf = (await tx.value('shelf')) ?? {};
  const taken = Object.entries((await tx.value('taken')) ?? {});
  return (await tx.all('listings')).flatMap((listing) => {
    const { siteUrl } = listing.input;
    if (siteUrl === null || !shops.has(siteUrl)) return [];
    const isImported = taken.some(([key, id]) => id === listing.id && key.startsWith(`${siteUrl} `));
    return [{ listing, siteUrl, entry: shelf[listing.id], isImported }];
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
