import { siteOf } from '#contract';
import { assistPage } from '#utils/cms/assist/page.ts';
import { sitePath } from '#utils/cms/learned/sitePath.ts';
import type { Db } from '#utils/db/db.ts';
import type { CmsPage } from '#utils/model/cms.ts';
import { listRecipes } from '#utils/recipes/book.ts';
import { adminFolder, isInFolder } from '#utils/sites/adminFolder.ts';

/**
 * The page that a learned site's admin page is, although nothing on it can be recognised; null anywhere else. The admin
 * pages are those beside the shown form, because the public pages of the site need no launcher.
 */
export async function lentPage(db: Db, address: string): Promise<CmsPage | null> {
  const url = URL.parse(address);
  if (url === null) return null;
  for (const { siteUrl, recipe } of await listRecipes(db)) {
    if (recipe === null || siteOf(url, [siteUrl]) === null) continue;
    const path = sitePath(url, siteUrl);
    const isAdmin = path !== null && isInFolder(path, adminFolder(recipe.create.page));
    if (isAdmin) return assistPage(siteUrl);
  }
  return null;
}
