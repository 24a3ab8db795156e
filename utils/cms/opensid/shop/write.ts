import type { FilledForm } from '#utils/cms/form.ts';
import { isRefusal, type Opensid, submit, visitForm } from '#utils/cms/opensid/session.ts';
import type { Picture } from '#utils/cms/picture.ts';
import type { ShopItem, ShopMissing, ShopWords } from '#utils/cms/shop.ts';
import { CmsError } from '#utils/cms/types.ts';
import { chooseCategory, chooseSeller, sellerAfter } from './choose.ts';
import { placePictures, withoutPictures } from './pictures.ts';
import type { Product } from './rows.ts';

/** Sends a new product, or answers what the shop must have first. */
export async function insert(
  session: Opensid,
  item: ShopItem,
  words: ShopWords,
  pictures: Picture[],
  isWritten: () => Promise<boolean>,
): Promise<ShopMissing | null> {
  const form = await visitForm(session, 'lapak_admin/produk_form');
  if (!form.action.pathname.endsWith('/produk_insert')) throw new CmsError('markup_changed', 'produk_insert');
  const seller = await chooseSeller(session, form.form, item);
  if (seller === null) return 'producer';
  const category = chooseCategory(form.form, item);
  if (category === null) return 'category';
  form.data.set('id_pelapak', seller);
  form.data.set('id_produk_kategori', category);
  fill(form, words);
  placePictures(form, [], pictures);
  await send(session, form, pictures, isWritten);
  return null;
}

/**
 * Changes a product; seller, category and discount go back as they came. `pictures` is null when they stay. Where another
 * producer sells it now, the seller follows; false when that one is no seller, and then nothing was changed.
 */
export async function update(
  session: Opensid,
  there: Product,
  words: ShopWords,
  pictures: Picture[] | null,
  moved: { was: ShopItem['producer']; is: ShopItem['producer'] } | null,
): Promise<boolean> {
  const form = await visitForm(session, `lapak_admin/produk_form/${there.id}`);
  // Anything but the form of this very product would make a second one.
  const target = `/produk_update/${there.id}`;
  if (!form.action.pathname.endsWith(target)) throw new CmsError('markup_changed', target);
  if (moved !== null) {
    const seller = await sellerAfter(session, form, moved.was, moved.is);
    if (seller === null) return false;
    form.data.set('id_pelapak', seller);
  }
  fill(form, words);
  if (pictures !== null) placePictures(form, there.pictures, pictures);
  await send(session, form, pictures ?? [], async () => false);
  return true;
}

/** Sends the form. When it is refused with its pictures, it is sent without, because the product matters more. */
async function send(
  session: Opensid,
  form: FilledForm,
  pictures: Picture[],
  isWritten: () => Promise<boolean>,
): Promise<void> {
  try {
    await submit(session, form, isWritten);
  } catch (error) {
    if (pictures.length === 0 || !isRefusal(error)) throw error;
    if (await isWritten()) return;
    withoutPictures(form);
    await submit(session, form, isWritten);
  }
}

/** Name and description stand in the form escaped once too often, so they are always written anew. */
function fill({ data }: FilledForm, { name, price, unit, description }: ShopWords): void {
  data.set('nama', name);
  data.set('harga', String(price));
  data.set('satuan', unit);
  data.set('deskripsi', description);
}
