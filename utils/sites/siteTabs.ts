import type { LinkBackPost } from '#utils/cms/types.ts';
import type { CmsShopTabs } from '#utils/cmsShop/deps.ts';
import type { SiteTabs } from '#utils/outbox/deps.ts';
import { packPicture } from '#utils/photos/packed.ts';
import { anyTabsOf, tabsOfSite } from './tabs.ts';
import { askWriter, prepareWriter } from './writer.ts';

/** The open tabs, through which the outbox writes to the sites. */
export const siteTabs: SiteTabs = {
  of: tabsOfSite,
  prepare: prepareWriter,
  anyOf: anyTabsOf,
  save: async (tabId, { image, ...post }, recipe) =>
    askWriter(tabId, 'cms/save', { ...post, recipe, image: image && (await packed(image)) }),
  unpublish: (tabId, post, recipe) => askWriter(tabId, 'cms/retire', { ...post, recipe }),
};

/** The open tabs, through which listings are brought into the CMS shops. */
export const cmsShopTabs: CmsShopTabs = {
  of: tabsOfSite,
  prepare: prepareWriter,
  anyOf: anyTabsOf,
  syncShop: async (tabId, { images, ...item }, recipe) =>
    askWriter(tabId, 'cms/shelve', { ...item, recipe, images: await Promise.all(images.map(packed)) }),
};

async function packed(image: NonNullable<LinkBackPost['image']>) {
  return { ...(await packPicture(image)), alt: image.alt };
}
