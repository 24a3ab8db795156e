import { siteOf } from '#contract';
import type { Db } from '#utils/db/db.ts';
import type { CmsPage } from '#utils/model/cms.ts';
import { listRecipes } from '#utils/recipes/book.ts';

/**
 * The page that a learned site's admin page is, although nothing on it can be recognised; null anywhere else. The admin
 * pages are those beside the shown form, because the public pages of the site need no launcher.
 */
export async function lentPage(db: Db, address: string): Promise<CmsPage | null> {
  const url = URL.parse(address);
  if (url === null) return null;
  for (const { siteUrl, recipe } of await listRecipes(db)) {
    if (recipe === null || siteOf(url, [siteUrl]) === null) continue;
    const { create } = recipe;
    const folder = adminFolder(new URL(siteUrl).pathname.replace(/\/$/, '') + create.page);
    const isAdmin = folder === '/' ? url.pathname === pathOf(siteUrl, create.page) : url.pathname.startsWith(folder);
    if (isAdmin) return { cms: 'assist', siteUrl, version: null, siteName: null, openPost: null };
  }
  return null;
}

/** `/admin/` of `/admin/berita/tambah?x=1`; `/` of a form at the root. */
function adminFolder(path: string): string {
  return /^\/[^/?]+\//.exec(path)?.[0] ?? '/';
}

function pathOf(siteUrl: string, page: string): string {
  return new URL(siteUrl + page).pathname;
}
