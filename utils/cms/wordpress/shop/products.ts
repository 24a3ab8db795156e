import { REST_CLOSED } from '#utils/cms/shop.ts';
import { CmsError, type DriverContext, type ShopProduct } from '#utils/cms/types.ts';
import type { Product } from './shapes.ts';
import { type Shop, withShop } from './store.ts';
import { variationsOf } from './variations.ts';

/** How many products with variations are looked into: each costs a request of its own. */
const VARIABLE_MAX = 30;

/** What the site's WooCommerce sells, newest first; null where there is none. */
export async function products(context: DriverContext): Promise<ShopProduct[] | null> {
  const read = await withShop(context, async (shop) => {
    const all = (await shop.all()).filter(({ name }) => name !== '');
    const looked = new Set(all.filter(({ type }) => type === 'variable').slice(0, VARIABLE_MAX));
    const goods: ShopProduct[] = [];
    for (const product of all) goods.push(await importable(shop, product, looked.has(product)));
    return goods;
  });
  if (read === 'closed') throw new CmsError('no_permission', REST_CLOSED);
  return read;
}

/** A product as a draft may begin with it. What buyers pay is its price, on sale or not. */
export async function importable(shop: Shop, product: Product, looksInside = true): Promise<ShopProduct> {
  const { id, name, type, short, description, price, stock, category, images } = product;
  const inside = type === 'variable' && looksInside ? await variationsOf(shop.rest, id) : null;
  const texts = new Set([short, description, ...(inside?.lines ?? [])].filter((text) => text !== ''));
  return {
    sourceId: id,
    name,
    description: [...texts].join('\n') || null,
    // The price of a whole range is the lowest of it, which is no price of its own.
    price: type === 'simple' ? price : (inside?.price ?? null),
    stock: inside?.stock ?? stock,
    unit: null,
    category: category === null || /^uncategori[sz]ed$|^tak berkategori$/i.test(category) ? null : category,
    producer: null,
    imageUrls: images.map(({ src }) => src),
  };
}
