import type { Settings } from '#utils/model/site.ts';
import type { CmsId, OwnShop } from './types.ts';

/** The CMSs of which every site has a shop. The pages read it here, because they have no adapter to ask; a test compares. */
export const SHOP_OF_CMS: Partial<Record<CmsId, OwnShop>> = { opensid: 'lapak' };

/** Where the person's choice for each kind of shop is kept. */
export const SHOP_SETTING = {
  lapak: 'shop',
  woocommerce: 'wooCommerce',
  table: 'productTable',
} as const satisfies Record<OwnShop, keyof Settings>;

/** The shop of its own that a site has, if it has one that Dodolan can read and write to. */
export function ownShopOf({ cms, ownShop }: { cms: CmsId; ownShop?: OwnShop | undefined }): OwnShop | null {
  return SHOP_OF_CMS[cms] ?? ownShop ?? null;
}

/** The shop that products can be taken from: whether a site of no known CMS has a table of them, nobody knows beforehand. */
export function shopToRead(site: { cms: CmsId; ownShop?: OwnShop | undefined }): OwnShop | null {
  return ownShopOf(site) ?? (site.cms === 'assist' ? 'table' : null);
}
