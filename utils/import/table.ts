import { isInside, type Recipe, type RecipeProducts } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import type { CmsPage, ShopProduct } from '#utils/model/cms.ts';
import type { TableLook } from '#utils/model/ownTable.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { asAppErrors } from '#utils/sites/productsPage.ts';
import { seekTable } from '#utils/sites/soughtTable.ts';
import { cmsPageOf } from '#utils/sites/tabs.ts';
import { askWriter, prepareWriter } from '#utils/sites/writer.ts';

/** A tab on a site of no known CMS, and how that site's product table is read. */
export interface TableTab {
  tabId: number;
  /** The site as it was learned, which may be a folder of what the page calls its site. */
  siteUrl: string;
  recipe: Recipe | null;
  /** Null while nobody has shown it. */
  way: RecipeProducts | null;
}

/** Null for a tab on a site with an adapter. */
export async function tableTab(db: Db, { tab, page }: AdminPage): Promise<TableTab | null> {
  if (page.cms !== 'assist') return null;
  const recipe = await recipeOf(db, tab.url);
  const tables = (await db.read(['values'], (tx) => tx.value('ownTables'))) ?? {};
  const [kept] = Object.keys(tables)
    .filter((site) => isInside(tab.url, site))
    .sort((one, other) => other.length - one.length);
  const siteUrl = recipe?.siteUrl ?? kept ?? page.siteUrl;
  const way = recipe?.products ?? (kept === undefined || kept !== siteUrl ? undefined : tables[kept]) ?? null;
  return { tabId: tab.id, siteUrl, recipe, way };
}

/**
 * What the list looks like that is open in the tab. Throws `own_table_none` where the page shows none; the person goes to
 * look for it then.
 */
export async function lookAtOwnTable(db: Db, { tab }: From, now: number): Promise<TableLook> {
  const { tabId, siteUrl } = await unknownSite(db, tab);
  const look = await inTab(tabId, () => askWriter(tabId, 'cms/tableLook', { siteUrl }));
  if (look !== null) return look;
  await seekTable(siteUrl, now);
  throw new AppError('own_table_none');
}

/** The products of a table that the person has just explained; the way is kept once it has brought a product. */
export async function readOwnTable(db: Db, way: RecipeProducts, { tab }: From, now: number): Promise<ShopProduct[]> {
  const { tabId, siteUrl, recipe } = await unknownSite(db, tab);
  const products = await inTab(tabId, () => askWriter(tabId, 'cms/table', { siteUrl, way }));
  if (products.length === 0) return products;
  if (recipe !== null) await saveRecipe(db, { ...recipe, products: way }, now);
  else
    await db.change(['values'], async (tx) => {
      const others = (await tx.value('ownTables')) ?? {};
      await tx.setValue('ownTables', { ...others, [siteUrl]: way });
    });
  return products;
}

/** The products of a table that was shown before. Throws `own_table_unknown` where none was. */
export async function productsOfTable({ tabId, siteUrl, way }: TableTab): Promise<ShopProduct[]> {
  if (way === null) throw new AppError('own_table_unknown');
  return inTab(tabId, () => askWriter(tabId, 'cms/table', { siteUrl, way }));
}

/** A product with what its own form says of it; null where that form was not found. */
export async function wholeProduct(db: Db, product: ShopProduct, { tab }: From): Promise<ShopProduct | null> {
  const { tabId, siteUrl, way } = await unknownSite(db, tab);
  if (way === null) throw new AppError('own_table_unknown');
  return inTab(tabId, () => askWriter(tabId, 'cms/tableForm', { siteUrl, way, product }));
}

/** Asks the tab's writer, which is put in first. Throws as the site refused, in the panel's codes. */
export async function inTab<T>(tabId: number, ask: () => Promise<T>): Promise<T> {
  return asAppErrors(async () => {
    await prepareWriter(tabId);
    return ask();
  });
}

/** An admin page, and the tab that shows it. */
export interface AdminPage {
  tab: NonNullable<From['tab']>;
  page: CmsPage;
}

/** Throws `cms_no_tab`. */
export async function adminPageOf(tab: From['tab']): Promise<AdminPage> {
  const page = tab && (await cmsPageOf(tab.id));
  if (!tab || page === null) throw new AppError('cms_no_tab');
  return { tab, page };
}

async function unknownSite(db: Db, tab: From['tab']): Promise<TableTab> {
  const found = await tableTab(db, await adminPageOf(tab));
  if (found === null) throw new AppError('own_table_none');
  return found;
}
