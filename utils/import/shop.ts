import type { RecipeProducts } from '#contract';
import { AppError } from '#utils/appError.ts';
import { REST_CLOSED } from '#utils/cms/shop.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { Db } from '#utils/db/db.ts';
import type { Output } from '#utils/messages.ts';
import type { ShopProduct } from '#utils/model/cms.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { asAppErrors } from '#utils/sites/productsPage.ts';
import { askWriter, prepareWriter } from '#utils/sites/writer.ts';
import { adminPageOf, inTab, productsOfTable, readOwnTable, tableTab, wholeProduct } from './table.ts';

/** A product's key. It holds the site, because two sites of one origin may each have a product number 1. */
const keyOf = (siteUrl: string, sourceId: string): string => `${siteUrl} ${sourceId}`;

/**
 * What the shop of the panel's own site sells, its product table on a site of no known CMS. Throws `own_shop_gone` where the site has none (any more), `own_shop_closed`
 * where the site shuts the way to it, `cms_no_tab`, or `cms_<code>` as the CMS refused.
 */
export async function shopProducts(db: Db, { tab }: From): Promise<Output<'shop/products'>> {
  const here = await adminPageOf(tab);
  const { siteUrl } = here.page;
  const tabId = here.tab.id;
  const table = await tableTab(db, here);
  if (table !== null) return withListings(db, siteUrl, await productsOfTable(table));
  const products = await asAppErrors(async () => {
    await prepareWriter(tabId);
    return askWriter(tabId, 'cms/products', {}).catch((error: unknown) => {
      const isClosed = error instanceof CmsError && error.what === REST_CLOSED;
      throw isClosed ? new AppError('own_shop_closed') : error;
    });
  });
  if (products === null) {
    await forgetShop(db, siteUrl);
    throw new AppError('own_shop_gone');
  }
  return withListings(db, siteUrl, products);
}

/** The products, each with the draft or listing that it has become already. */
async function withListings(db: Db, siteUrl: string, products: ShopProduct[]): Promise<Output<'shop/products'>> {
  return db.read(['values', 'drafts', 'listings'], async (tx) => {
    const taken = (await tx.value('taken')) ?? {};
    const links = new Map((await tx.all('listings')).map(({ shortUrl, id }) => [shortUrl, id]));
    const standing = new Set([...(await tx.keys('drafts')), ...(await tx.keys('listings'))]);
    return products.map((product) => {
      const ours = (product.description?.match(/https?:\/\/\S+/g) ?? []).find((link) => links.has(link));
      // A product that was put into the shop from here is that listing, not something new to import.
      const id = taken[keyOf(siteUrl, product.sourceId)] ?? (ours && links.get(ours));
      // A product whose draft was thrown away counts as not imported.
      return { ...product, listingId: id !== undefined && standing.has(id) ? id : null };
    });
  });
}

/**
 * The newest pictures of the panel's own site. Throws `media_not_offered` where it has no list of them, `media_forbidden`
 * where this person may not see it, else as `shopProducts` does.
 */
export async function siteMedia({ tab }: From): Promise<Output<'media/list'>> {
  const tabId = (await adminPageOf(tab)).tab.id;
  const pictures = await asAppErrors(async () => {
    await prepareWriter(tabId);
    return askWriter(tabId, 'cms/media', {}).catch((error: unknown) => {
      const isForbidden = error instanceof CmsError && error.code === 'no_permission';
      throw isForbidden ? new AppError('media_forbidden') : error;
    });
  });
  if (pictures === null) throw new AppError('media_not_offered');
  return pictures;
}

/** The products of a table that the person has just explained. Throws as `shopProducts` does. */
export async function shownTable(
  db: Db,
  way: RecipeProducts,
  from: From,
  now: number,
): Promise<Output<'shop/products'>> {
  const { siteUrl } = (await adminPageOf(from.tab)).page;
  return withListings(db, siteUrl, await readOwnTable(db, way, from, now));
}

/**
 * A product of such a table with what its form says, which may be that it is a listing already; null where its form was not
 * found.
 */
export async function wholeOfTable(db: Db, product: ShopProduct, from: From): Promise<Output<'table/form'>> {
  const { siteUrl } = (await adminPageOf(from.tab)).page;
  const whole = await wholeProduct(db, product, from);
  return whole && ((await withListings(db, siteUrl, [whole]))[0] ?? null);
}

/** The page said that a shop is there; the shop itself knows better. */
async function forgetShop(db: Db, siteUrl: string): Promise<void> {
  await db.change(['sites'], async (tx) => {
    const { ownShop: _, ...site } = (await tx.get('sites', siteUrl)) ?? {};
    if ('url' in site) await tx.put('sites', site);
  });
}

/** The pictures' bytes, read by the tab itself, because the shop may show them to its own pages alone. */
export async function shopPictures(db: Db, urls: string[], { tab }: From): Promise<Output<'shop/pictures'>> {
  const here = await adminPageOf(tab);
  const tabId = here.tab.id;
  const table = await tableTab(db, here);
  if (table !== null)
    return inTab(tabId, () => askWriter(tabId, 'cms/tablePictures', { siteUrl: table.siteUrl, urls }));
  return asAppErrors(async () => {
    await prepareWriter(tabId);
    return askWriter(tabId, 'cms/pictures', { urls });
  });
}

/** Remembers which draft a product has become; with null, that it has become none. */
export async function rememberTaken(db: Db, sourceId: string, listingId: string | null, { tab }: From): Promise<void> {
  const { siteUrl } = (await adminPageOf(tab)).page;
  const key = keyOf(siteUrl, sourceId);
  await db.change(['values'], async (tx) => {
    const { [key]: _, ...others } = (await tx.value('taken')) ?? {};
    await tx.setValue('taken', listingId === null ? others : { ...others, [key]: listingId });
  });
}
