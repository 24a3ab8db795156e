import type { ToJpeg } from '#utils/cms/picture.ts';
import { serialize } from '#utils/cms/serialize.ts';
import type { ShopItem, ShopSynced } from '#utils/cms/shop.ts';
import { holdsLink } from '#utils/cms/shopWords.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { changeFor } from './change.ts';
import { create } from './create.ts';
import { findOurs } from './find.ts';
import { picturesFor, type ShopPicture } from './pictures.ts';
import { watched } from './publicPage.ts';
import { type Product, SAID_KEY } from './shapes.ts';
import { type Change, type Shop, withShop } from './store.ts';
import { linksTo, wordsOf } from './words.ts';

/**
 * Makes WooCommerce say what the listing says, by REST alone: the product is put on sale, changed, or made a draft, which
 * loses nothing. It may be repeated after a death at any point, and counts only when it was read back. Stock is never
 * written: an absolute number would put back what was sold meanwhile. Answers null where there is no WooCommerce.
 */
export function syncShop(context: DriverContext, item: ShopItem, toJpeg: ToJpeg): Promise<ShopSynced | null> {
  return serialize(`${context.page.siteUrl} shop ${item.link}`, async () => {
    const synced = await withShop(context, (shop) => sync(context, shop, item, toJpeg));
    return synced === 'closed' ? { state: 'lacks', what: 'rest' } : synced;
  });
}

async function sync(context: DriverContext, shop: Shop, item: ShopItem, toJpeg: ToJpeg): Promise<ShopSynced> {
  const found = await findOurs(shop, item);
  if (typeof found === 'string') return { state: 'left', why: found };
  if (!item.onSale) return takeOff(shop, item, found);
  const pictures = await picturesFor(shop, item, toJpeg);
  if (found !== null) return bringUpToDate(context, shop, item, found, pictures);
  const made = await create(context, shop, item, pictures);
  if (made.isNew) return standing(item, made.product, pictures);
  if (!linksTo(made.product, item.link)) return { state: 'left', why: 'taken_over' };
  return bringUpToDate(context, shop, item, made.product, pictures);
}

async function bringUpToDate(
  context: DriverContext,
  shop: Shop,
  item: ShopItem,
  there: Product,
  pictures: ShopPicture[],
): Promise<ShopSynced> {
  const change = await changeFor(there, item, wordsOf(item), pictures);
  if (change === null) return standing(item, there, pictures);
  const write = async () => {
    await shop.change(there.id, change);
    const after = await shop.read(there.id);
    const isPriced = change.regular_price === undefined || after?.regularPrice === item.price;
    if (after === null || !isPriced) throw new CmsError('not_read_back');
    return after;
  };
  const after = await watched(context, write, () => shop.change(there.id, asBefore(there, change)));
  return standing(item, after, pictures);
}

/** What undoes a change: the same places, as they stood. */
function asBefore(there: Product, change: Change): Change {
  const { sku, status, images, stored } = there;
  const note = [{ key: SAID_KEY, value: there.said === null ? '' : JSON.stringify(there.said) }];
  const was = { ...stored, sku, status, images: images.map(({ id }) => ({ id })), meta_data: note };
  return Object.fromEntries(Object.entries(was).filter(([key]) => key in change));
}

async function takeOff(shop: Shop, { known, link }: ShopItem, there: Product | null): Promise<ShopSynced> {
  if (there === null) return { state: 'off', ref: known };
  if (there.status === 'publish') {
    await shop.change(there.id, { status: 'draft' });
    const after = await shop.read(there.id);
    if (after?.status === 'publish') throw new CmsError('not_read_back');
  }
  const { name, regularPrice, description } = there;
  const { pictures, ...said } = there.said ?? {
    ...(known?.said ?? { name, price: regularPrice ?? 0, unit: '', description }),
    pictures: known?.pictures ?? [],
  };
  return { state: 'off', ref: { productId: there.id, link, onSale: false, said, pictures } };
}

function standing(item: ShopItem, { id, status, description }: Product, pictures: ShopPicture[]): ShopSynced {
  const { link } = item;
  if (status !== 'publish' || !holdsLink(description, link)) throw new CmsError('not_read_back');
  const prints = pictures.map(({ print }) => print);
  return { state: 'on', ref: { productId: id, link, onSale: true, said: wordsOf(item), pictures: prints } };
}
