import { request } from '#utils/cms/form.ts';
import { type Opensid, refusalOf, sessionOf } from '#utils/cms/opensid/session.ts';
import type { Picture, ToJpeg } from '#utils/cms/picture.ts';
import { serialize } from '#utils/cms/serialize.ts';
import type { ShopItem, ShopMissing, ShopSynced, ShopWords } from '#utils/cms/shop.ts';
import { holdsLink, saysAlike } from '#utils/cms/shopWords.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { SHOP_MISSING } from '#utils/model/cmsLists.ts';
import { findOurs } from './find.ts';
import { picturesFor } from './pictures.ts';
import { type Product, wholeShop } from './rows.ts';
import { wordsFor } from './words.ts';
import { insert, update } from './write.ts';

/**
 * Makes Lapak say what the listing says: the product is put on sale, changed, or taken off sale by the shop's own
 * switch, which loses nothing. It may be repeated after a death at any point, and counts only when it was read back.
 */
export function syncShop(context: DriverContext, item: ShopItem, toJpeg: ToJpeg): Promise<ShopSynced> {
  return serialize(`${context.page.siteUrl} shop ${item.link}`, async () => {
    const session = sessionOf(context);
    const shop = await wholeShop(session);
    if (isLack(shop)) return { state: 'lacks', what: shop };
    const there = findOurs(shop, item);
    if (typeof there === 'string') return { state: 'left', why: there };
    if (!item.onSale) return takeOff(session, item, there);
    const pictures = await picturesFor(item, toJpeg);
    const words = wordsFor(item);
    if (there !== null) return bringUpToDate(session, item, there, words, pictures);
    const made = async () => (await products(session)).find(({ description }) => holdsLink(description, item.link));
    const lack = await insert(session, item, words, pictures, async () => (await made()) !== undefined);
    if (lack !== null) return { state: 'lacks', what: lack };
    return standing(item, words, pictures, await made());
  });
}

async function bringUpToDate(
  session: Opensid,
  item: ShopItem,
  there: Product,
  wanted: ShopWords,
  pictures: Picture[],
): Promise<ShopSynced> {
  const { known } = item;
  const words = merged(there, wanted, known?.said ?? null);
  const prints = pictures.map(({ print }) => print);
  const isSame = sameWords(there, words);
  const samePictures = prints.join() === known?.pictures.join();
  const moved = movedFrom(item);
  if (!isSame || !samePictures || moved !== null) {
    const isDone = await update(session, there, words, samePictures ? null : pictures, moved);
    if (!isDone) return withoutSeller(session, item, there);
  }
  // A person may have switched the product while it was changed, so its state is read anew.
  const written = await product(session, there.id);
  if (written !== undefined && !isSame && sameWords(written, there)) throw new CmsError('not_read_back');
  const after = written?.isOn === false ? await turn(session, written, true) : written;
  return standing(item, wanted, pictures, after);
}

/** The earlier and the new producer, where the listing has got another one since the shop was told. */
function movedFrom({ known, producer }: ShopItem) {
  const was = known?.seller;
  if (was === undefined || (was.name === producer.name && was.phone === producer.phone)) return null;
  return { was, is: producer };
}

/** The shop would go on giving buyers the number of somebody who sells it no more: it sells it only once it has the new seller. */
async function withoutSeller(session: Opensid, { known }: ShopItem, there: Product): Promise<ShopSynced> {
  if (there.isOn) await turn(session, there, false);
  return { state: 'lacks', what: 'producer', ...(known && { ref: { ...known, onSale: false } }) };
}

/**
 * Takes what the listing says differently than last time, and leaves the rest as it stands in the shop, because a
 * person may have changed it.
 */
function merged(there: Product, wanted: ShopWords, said: ShopWords | null): ShopWords {
  if (said === null) return wanted;
  return {
    name: wanted.name === said.name ? there.name : wanted.name,
    price: wanted.price === said.price ? there.price : wanted.price,
    unit: wanted.unit === said.unit ? there.unit : wanted.unit,
    description: wanted.description === said.description ? there.description : wanted.description,
  };
}

function sameWords(one: ShopWords, other: ShopWords): boolean {
  const isAlike = (key: 'name' | 'unit' | 'description') => saysAlike(one[key], other[key]);
  return one.price === other.price && isAlike('name') && isAlike('unit') && isAlike('description');
}

function standing(item: ShopItem, said: ShopWords, pictures: Picture[], after: Product | undefined): ShopSynced {
  if (after === undefined || !after.isOn || !holdsLink(after.description, item.link))
    throw new CmsError('not_read_back');
  const prints = pictures.map(({ print }) => print);
  const { link, producer: seller } = item;
  return { state: 'on', ref: { productId: after.id, link, onSale: true, said, pictures: prints, seller } };
}

async function takeOff(session: Opensid, { known, link }: ShopItem, there: Product | null): Promise<ShopSynced> {
  if (there === null) return { state: 'off', ref: known };
  if (there.isOn) await turn(session, there, false);
  const { name, price, unit, description } = there;
  const said = known?.said ?? { name, price, unit, description };
  return {
    state: 'off',
    ref: {
      ...{ productId: there.id, link, onSale: false, said, pictures: known?.pictures ?? [] },
      ...(known?.seller && { seller: known.seller }),
    },
  };
}

/**
 * Switches a product to what the list has just said that it is not, and answers it as it stands afterwards. 2410 does what
 * the address says; since 2501 the same address turns the product over. So it is asked once, and then the list again.
 */
async function turn(session: Opensid, { id }: Product, on: boolean): Promise<Product> {
  const reply = await request(session, new URL(`lapak_admin/produk_status/${id}/${on ? 1 : 2}`, session.base));
  const shop = await wholeShop(session);
  if (isLack(shop)) throw new CmsError('not_read_back');
  const after = shop.find((found) => found.id === id);
  // It went to a state that no list is asked for, so that it would be made anew the next time.
  if (after === undefined) throw new CmsError('markup_changed', 'lapak_admin/produk: status');
  if (after.isOn === on) return after;
  const words = refusalOf(reply);
  // Newer versions lead those who may not to an address that is none, without a notice.
  const isTurnedAway = words !== null || !reply.url.pathname.endsWith('/lapak_admin/produk');
  throw isTurnedAway ? new CmsError('no_permission', words ?? 'lapak_admin') : new CmsError('not_read_back');
}

async function product(session: Opensid, id: string): Promise<Product | undefined> {
  return (await products(session)).find((found) => found.id === id);
}

/** The shop's products, for reading back. A shop that shows nothing any more shows nothing of ours. */
async function products(session: Opensid): Promise<Product[]> {
  const shop = await wholeShop(session);
  return isLack(shop) ? [] : shop;
}

function isLack(shop: Product[] | ShopMissing): shop is ShopMissing {
  return SHOP_MISSING.some((lack) => lack === shop);
}
