import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import type { Output } from '#utils/messages.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { asAppErrors } from '#utils/sites/productsPage.ts';
import { cmsPageOf } from '#utils/sites/tabs.ts';
import { askWriter, prepareWriter } from '#utils/sites/writer.ts';

/** A product's key. It holds the site, because two sites of one origin may each have a product number 1. */
const keyOf = (siteUrl: string, sourceId: string): string => `${siteUrl} ${sourceId}`;

/**
 * What the shop of the panel's own site sells. Throws `cms_not_offered` where the CMS has no shop, `cms_no_tab`, or
 * `cms_<code>` as the CMS refused.
 */
export async function shopProducts(db: Db, { tab }: From): Promise<Output<'shop/products'>> {
  const { tabId, siteUrl } = await adminPageOf(tab);
  const products = await asAppErrors(async () => {
    await prepareWriter(tabId);
    return askWriter(tabId, 'cms/products', {});
  });
  if (products === null) throw new AppError('cms_not_offered');
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

/** The newest pictures of the panel's own site. Throws as `shopProducts` does. */
export async function siteMedia({ tab }: From): Promise<Output<'media/list'>> {
  const { tabId } = await adminPageOf(tab);
  const pictures = await asAppErrors(async () => {
    await prepareWriter(tabId);
    return askWriter(tabId, 'cms/media', {});
  });
  if (pictures === null) throw new AppError('cms_not_offered');
  return pictures;
}

/** The pictures' bytes, read by the tab itself, because the shop may show them to its own pages alone. */
export async function shopPictures(urls: string[], { tab }: From): Promise<Output<'shop/pictures'>> {
  const { tabId } = await adminPageOf(tab);
  return asAppErrors(async () => {
    await prepareWriter(tabId);
    return askWriter(tabId, 'cms/pictures', { urls });
  });
}

/** Remembers which draft a product has become. */
export async function rememberTaken(db: Db, sourceId: string, listingId: string, { tab }: From): Promise<void> {
  const { siteUrl } = await adminPageOf(tab);
  await db.change(['values'], async (tx) =>
    tx.setValue('taken', { ...(await tx.value('taken')), [keyOf(siteUrl, sourceId)]: listingId }),
  );
}

async function adminPageOf(tab: From['tab']): Promise<{ tabId: number; siteUrl: string }> {
  const page = tab && (await cmsPageOf(tab.id));
  if (!tab || page === null) throw new AppError('cms_no_tab');
  return { tabId: tab.id, siteUrl: page.siteUrl };
}
