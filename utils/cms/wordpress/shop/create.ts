import * as z from 'zod/mini';
import type { ShopItem } from '#utils/cms/shop.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { noteOf } from './change.ts';
import { galleryFor, type ShopPicture } from './pictures.ts';
import { watched } from './publicPage.ts';
import type { Product } from './shapes.ts';
import type { Change, Shop } from './store.ts';
import { htmlOf, nameHtml, skuOf, wordsOf } from './words.ts';

const Categories = z.array(z.object({ id: z.int(), name: z.string() }));

/**
 * Makes the product, in the category of the shop's that means the same, if there is one. `isNew` is false for one that
 * turned out to be there already: its number cannot be given twice.
 */
export async function create(
  context: DriverContext,
  shop: Shop,
  item: ShopItem,
  pictures: ShopPicture[],
): Promise<{ product: Product; isNew: boolean }> {
  const sku = skuOf(item.link);
  const words = wordsOf(item);
  const wanted: Change = {
    ...{ type: 'simple', status: 'publish', sku, name: nameHtml(words.name), regular_price: String(words.price) },
    ...{ description: htmlOf(words, item.link), images: await galleryFor([], pictures) },
    ...(await categoryFor(shop, item)),
    ...noteOf(words, pictures),
  };
  let isNew = true;
  let made: string | null = null;
  const write = async () => {
    const answer = await shop.create(wanted);
    isNew = 'id' in answer;
    made = 'id' in answer ? answer.id : null;
    const id = 'id' in answer ? answer.id : answer.taken;
    const product = isNew && id !== null ? await onlyOne(shop, sku, id) : await holder(shop, sku, id);
    if (product === null) throw new CmsError('not_read_back');
    isNew &&= product.id === id;
    return product;
  };
  const product = await watched(context, write, async () => {
    if (made !== null) await shop.change(made, { status: 'draft' });
  });
  return { product, isNew };
}

/**
 * Reads the new product back. Two devices that wrote at the same moment have made two, because the shop looks for the number
 * before it writes: both keep the older one.
 */
async function onlyOne(shop: Shop, sku: string, id: string): Promise<Product | null> {
  const same = (await shop.withSku(sku, 'any')).filter((product) => product.sku === sku);
  const [oldest] = same.sort((a, b) => Number(a.id) - Number(b.id));
  if (oldest === undefined || oldest.id === id) return oldest ?? shop.read(id);
  await shop.trash(id);
  return oldest;
}

async function holder(shop: Shop, sku: string, id: string | null): Promise<Product | null> {
  if (id !== null) return shop.read(id);
  return (await shop.withSku(sku, 'any')).find((product) => product.sku === sku) ?? null;
}

async function categoryFor(shop: Shop, { category }: ShopItem): Promise<Pick<Change, 'categories'>> {
  const answer = await shop.rest.call('GET', '/wc/v3/products/categories', { per_page: '100', _fields: 'id,name' });
  const wanted = categoryOf(category);
  const found = Categories.safeParse(answer.body).data?.find(({ name }) => categoryOf(name) === wanted);
  return found === undefined || wanted === null ? {} : { categories: [{ id: found.id }] };
}
