import { AppError } from '#utils/appError.ts';
import { CmsError, type ProductsPage } from '#utils/cms/types.ts';
import { TabLostError } from '#utils/outbox/deps.ts';
import { tabsOfSite } from './tabs.ts';
import { askWriter, prepareWriter } from './writer.ts';

/**
 * Makes or finds the products page of a site, in an admin page of it that is open. Throws `cms_<code>` as the CMS
 * answered, `cms_no_tab` when no such page is open, `cms_not_offered` where the CMS has nothing of the kind.
 */
export async function productsPage(siteUrl: string): Promise<ProductsPage> {
  const [tab] = await tabsOfSite(siteUrl);
  if (tab === undefined) throw new AppError('cms_no_tab');
  const page = await asAppErrors(async () => {
    await prepareWriter(tab.tabId);
    return askWriter(tab.tabId, 'cms/productsPage', {});
  });
  if (page === null) throw new AppError('cms_not_offered');
  return page;
}

/**
 * Runs `work`. Throws what a tab's CMS refused as an `AppError` that our pages know: `cms_<code>`, or `cms_no_tab` when
 * the tab was lost.
 */
export async function asAppErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CmsError) throw new AppError(`cms_${error.code}`);
    if (error instanceof TabLostError) throw new AppError('cms_no_tab');
    throw error;
  }
}
