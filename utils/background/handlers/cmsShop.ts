import type { Background } from '#utils/background/context.ts';
import { writeAnew } from '#utils/cmsShop/again.ts';
import { isForSale } from '#utils/cmsShop/item.ts';
import { CMS_SHOP_STORES, isOwed, type ShopListing, shopListings } from '#utils/cmsShop/owed.ts';
import type { Db } from '#utils/db/db.ts';
import { PRODUCT_DEEDS } from '#utils/model/lessonDeeds.ts';
import type { CmsShopView } from '#utils/model/shop.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';

export function cmsShopHandlers({ db, trigger, broadcast }: Background) {
  return {
    'shop/shelf': () => viewCmsShop(db),
    async 'shop/again'({ id }) {
      const siteUrl = await writeAnew(db, id);
      broadcast('listings', id);
      if (siteUrl !== null) trigger('handshake', siteUrl);
      return DONE;
    },
  } satisfies HandlersOf<'shop/shelf' | 'shop/again'>;
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
  const failed = owed.flatMap((one) => {
    const wait = one.entry?.wait;
    return wait && wait.rev === one.listing.input.rev ? [{ one, wait }] : [];
  });
  const [last] = failed.sort((a, b) => b.wait.at - a.wait.at);
  const left = shelf.filter((one) => isForSale(one.listing) && (one.isImported || (one.entry?.left ?? null) !== null));
  return [
    {
      siteUrl,
      shop: first.shop,
      waiting: owed.length,
      reason: last?.wait.reason ?? null,
      detail: last?.wait.detail ?? null,
      about: last === undefined ? null : aboutProduct(last.one, last.wait.detail),
      left: left.map(({ listing }) => listing.input.name),
    },
  ];
}

/** A failure of a site's own product table names in its detail what was not shown, and where the product stands. */
function aboutProduct({ listing, entry }: ShopListing, detail: string | null): CmsShopView['about'] {
  const said = detail?.split(' ') ?? [];
  const deed = PRODUCT_DEEDS.find((one) => said.includes(one)) ?? null;
  const isAddress = (one: string) => /^https?:\/\//.test(one) && URL.canParse(one);
  const url = [...said, entry?.ref?.productId ?? ''].find(isAddress) ?? null;
  return { id: listing.id, name: listing.input.name, deed, url };
}

const isWorthSaying = ({ waiting, left }: CmsShopView): boolean => waiting > 0 || left.length > 0;
