import type { Background } from '#utils/background/context.ts';
import { isForSale } from '#utils/cmsShop/item.ts';
import { CMS_SHOP_STORES, isOwed, type ShopListing, shopListings } from '#utils/cmsShop/owed.ts';
import type { Db } from '#utils/db/db.ts';
import type { CmsShopView } from '#utils/model/shop.ts';
import type { HandlersOf } from '#utils/runtime/handlers.ts';

export function cmsShopHandlers({ db }: Background) {
  return { 'shop/shelf': () => viewCmsShop(db) } satisfies HandlersOf<'shop/shelf'>;
}

/** What is owed to each site's shop and why, and what is left alone there; sites with neither are left out. */
export async function viewCmsShop(db: Db): Promise<CmsShopView[]> {
  const all = await db.read(CMS_SHOP_STORES, shopListings);
  const bySite = Map.groupBy(all, ({ siteUrl }) => siteUrl);
  return [...bySite].flatMap(([siteUrl, shelf]) => viewOf(siteUrl, shelf)).filter(isWorthSaying);
}

function viewOf(siteUrl: string, shelf: ShopListing[]): CmsShopView[] {
  const [first] = shelf;
  if (first === undefined) return [];
  const owed = shelf.filter(isOwed);
  const failed = owed.flatMap(({ listing, entry }) =>
    entry?.wait && entry.wait.rev === listing.input.rev ? [entry.wait] : [],
  );
  const [last] = failed.sort((a, b) => b.at - a.at);
  const left = shelf.filter((one) => isForSale(one.listing) && (one.isImported || (one.entry?.left ?? null) !== null));
  return [
    {
      siteUrl,
      shop: first.shop,
      waiting: owed.length,
      reason: last?.reason ?? null,
      detail: last?.detail ?? null,
      left: left.map(({ listing }) => listing.input.name),
    },
  ];
}

const isWorthSaying = ({ waiting, left }: CmsShopView): boolean => waiting > 0 || left.length > 0;
