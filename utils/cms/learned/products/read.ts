import type { RecipeProducts } from '#contract';
import { sameTitle } from '#utils/cms/learned/safeWords.ts';
import { learnedSession } from '#utils/cms/learned/session.ts';
import { atSite } from '#utils/cms/learned/sitePath.ts';
import { CmsError, type DriverContext, type ShopProduct } from '#utils/cms/types.ts';
import type { Row } from './cell.ts';
import { type Field, fieldsHolding } from './fields.ts';
import { formOfRow } from './form.ts';
import { fits, mayAct } from './links.ts';
import { readPages } from './pages.ts';
import { type Said, saidInRow, withForm } from './texts.ts';
import { productOf } from './toProduct.ts';

/**
 * What a site's own table says of its products, as its list tells it; the rest of each stands in its form, which is opened
 * only for a product that is taken. Only GETs. Throws `form_changed` where the list is another one than was shown.
 */
export async function readTable(context: DriverContext, way: RecipeProducts): Promise<ShopProduct[]> {
  const { siteUrl } = context.page;
  const list = await readPages(learnedSession(context), siteUrl, way.list);
  if (list === null) throw new CmsError('form_changed');
  const rows = list.rows.filter(({ cells }) => cells.length === way.cells);
  if (rows.length === 0) throw new CmsError('form_changed');
  const page = list.first.url;
  const named = rows
    .map((row) => ({ row, said: saidInRow(row, way, page) }))
    .filter(({ said }) => said.texts.name !== undefined);
  const names = namesByForm(named);
  const products = named.map(({ row, said }) => {
    const form = row.edit !== null && way.edit !== null && fits(row.edit, way.edit) ? row.edit : null;
    return productOf(
      withForm(said, fieldsInList(row, said, way, page), way, page),
      way.kind,
      // An address that stands in the rows of two products belongs to neither.
      form !== null && names.get(form)?.size === 1 ? form : null,
    );
  });
  return [...new Map(products.map((product) => [product.sourceId, product])).values()];
}

function namesByForm(rows: readonly { row: Row; said: Said }[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { row, said } of rows)
    if (row.edit !== null)
      names.set(row.edit, (names.get(row.edit) ?? new Set()).add(sameTitle(said.texts.name ?? '')));
  return names;
}

/** Where products are changed in the list itself: the fields of the row's own form, else of the one that holds its name. */
function fieldsInList({ element }: Row, { texts }: Said, way: RecipeProducts, page: URL): Field[] {
  if (way.edit !== null || way.fields.length === 0) return [];
  const name = [texts.name ?? ''];
  return fieldsHolding(element, page, name) ?? fieldsHolding(element.ownerDocument, page, name) ?? [];
}

/**
 * The product with what its form says; null where that page shows no form that holds its name. Throws `not_reached` for an
 * address that the recipe does not name.
 */
export async function readWhole(
  context: DriverContext,
  way: RecipeProducts,
  product: ShopProduct,
): Promise<ShopProduct | null> {
  const { form } = product;
  const { siteUrl } = context.page;
  if (form === undefined || way.edit === null || !fits(form, way.edit) || mayAct(form))
    throw new CmsError('not_reached');
  const fields = await formOfRow(learnedSession(context), siteUrl, form, [product.name]);
  if (fields === null) return null;
  return productOf(withForm(saidOf(product), fields, way, atSite(form, siteUrl)), way.kind, form);
}

/** A product's parts as they were said. */
function saidOf({ name, description, price, priceWords, stock, unit, category, producer, imageUrls }: ShopProduct) {
  const texts = {
    name,
    ...(description !== null && { description }),
    ...((price !== null || priceWords !== undefined) && { price: priceWords ?? String(price) }),
    ...(stock != null && { stock: String(stock) }),
    ...(unit !== null && { unit }),
    ...(category !== null && { category }),
    ...(producer !== null && { seller: producer.name, phone: producer.phone ?? '' }),
  };
  return { texts, images: imageUrls };
}
