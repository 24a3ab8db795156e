import type { Recipe } from '#contract';
import { addressWith } from '#tests/cms/doubles/village/addresses.ts';
import { PRODUCT_NAMES, productPath } from '#tests/cms/doubles/village/products/addresses.ts';
import type { Product } from '#tests/cms/doubles/village/products/table.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { pictureOf } from '#tests/cms/opensid/post.ts';
import type { SeenSave } from '#utils/cms/learned/observe.ts';
import { finishProduct, finishProductChange, type ProductEnd } from '#utils/cms/learned/shop/finish.ts';
import { observeProduct, observeProductChange, type ProductWords } from '#utils/cms/learned/shop/observe.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import type { ProductDeed } from '#utils/model/lessonDeeds.ts';
import { product as article, recipeOf, TODAY, teach } from './teach.ts';

export const SHOWN_LINK = 'https://pasar.example/p/shownshown000001';

/** The product with which the person shows it. */
export const SHOWN: ProductWords = {
  link: SHOWN_LINK,
  title: 'Madu hutan',
  pictureUrl: null,
  now: TODAY,
  goods: {
    ...{ price: 65_000, stock: 12, unit: 'botol', category: 'Makanan', seller: 'Bu Sari', phone: '+6281234567890' },
    description: 'Madu dari hutan.',
    articleUrl: null,
  },
};

export type TaughtProduct = ProductEnd | { state: 'refused'; why: string | null };

/** What the person does otherwise than a careful one would. */
interface Odd {
  price?: string;
  phone?: string;
}

/** The person saves one product in the site's own table, and Dodolan watches. */
export async function teachProduct(site: VillageSite, context: DriverContext, odd: Odd = {}): Promise<TaughtProduct> {
  const { products, url } = site;
  if (products === null) throw new Error('no table');
  const { options } = site.table();
  const page = new URL(url + (options.look === 'modals' ? products.list : products.form));
  const form = await formAt(context, page, options.look === 'modals' ? '#tambah form' : '#formProduk');
  const { goods, link, title } = SHOWN;
  const sent = filled(form, site, {
    ...{
      name: title,
      price: odd.price ?? String(goods.price),
      description: `${goods.description}\n\nLihat, tanya, atau tawar: ${link}`,
      unit: goods.unit,
    },
    ...{ stock: options.stock === 'words' ? 'Tersedia' : String(goods.stock), category: '1', seller: goods.seller },
    ...{ phone: odd.phone ?? '0812-3456-7890', status: '1' },
  });
  addPicture(form, sent, site);
  const seen = observeProduct(form, sent, SHOWN, { page, press: null, isSeen: true });
  if (seen === null || typeof seen === 'string') return { state: 'refused', why: seen };
  await context.fetch(seen.action, { method: 'POST', body: sent });
  return finishProduct(context, seen, page, { link, title, price: goods.price, article: null });
}

/** The person opens that product from the list, and saves it at another price, or takes it off sale. */
export async function teachProductChange(
  site: VillageSite,
  context: DriverContext,
  deed: Exclude<ProductDeed, 'product'>,
): Promise<TaughtProduct> {
  const { products, url } = site;
  const one = site.table().products.find(({ description }) => description.includes(SHOWN_LINK));
  if (products === null || one === undefined) throw new Error('no product');
  const { options } = site.table();
  const isModal = options.look === 'modals';
  const list = new URL(url + products.list);
  const page = isModal ? list : new URL(url + addressWith(products.edit, one.id));
  const form = await formAt(context, page, isModal ? `#ubah${one.id} form` : '#formProduk');
  const off = options.status === 'tick' ? { status: '' } : { stock: options.stock === 'words' ? 'Habis' : '0' };
  const sent = filled(form, site, deed === 'productChange' ? { price: '70000' } : off);
  if (options.picture === 'requiredAlways') addPicture(form, sent, site);
  const words = { ...SHOWN, goods: { ...SHOWN.goods, ...(deed === 'productChange' && { price: 70_000 }) } };
  const about = { page, press: null, isSeen: true };
  const seen = observeProductChange(form, sent, words, about, deed === 'productOff');
  if (seen === null || typeof seen === 'string') return { state: 'refused', why: seen };
  await context.fetch(seen.action, { method: 'POST', body: sent });
  const shown = { deed: deed === 'productOff' ? ('takeDown' as const) : ('change' as const), link: SHOWN_LINK };
  const address = url + (productPath(options, products.shop, one) ?? products.shop);
  return finishProductChange(context, seen as SeenSave, page, { ...shown, titles: [one.name], url: address, list });
}

/** A recipe with all that was shown of the product table; `deeds` says what was. */
export async function shopRecipe(
  site: VillageSite,
  context: DriverContext,
  deeds: readonly ProductDeed[] = ['product', 'productChange', 'productOff'],
): Promise<Recipe> {
  const recipe = recipeOf(await teach(site, context, article('Berita lain')));
  let shop: Partial<NonNullable<Recipe['shop']>> = {};
  for (const deed of deeds) {
    const end = deed === 'product' ? await teachProduct(site, context) : await teachProductChange(site, context, deed);
    if (end.state !== 'product') throw new Error(`${deed} was not learned: ${JSON.stringify(end)}`);
    shop = { ...shop, ...end.shop };
  }
  return { ...recipe, shop: shop as NonNullable<Recipe['shop']> };
}

async function formAt(context: DriverContext, page: URL, selector: string): Promise<HTMLFormElement> {
  const html = await (await context.fetch(page)).text();
  const form = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLFormElement>(selector);
  if (form === null) throw new Error(`no form at ${page}`);
  return form;
}

type Typed = Partial<Record<keyof Product | 'status', string>>;

function filled(form: HTMLFormElement, site: VillageSite, typed: Typed): FormData {
  const names: Record<string, string> = { ...PRODUCT_NAMES[site.table().options.names] };
  const data = new FormData(form);
  for (const [role, value] of Object.entries(typed)) {
    const name = names[role] ?? '';
    if (form.querySelector(`[name="${name}"]`) === null) continue;
    if (role === 'status' && value === '') data.delete(name);
    else data.set(name, value);
  }
  return data;
}

function addPicture(form: HTMLFormElement, sent: FormData, site: VillageSite): void {
  const { picture } = PRODUCT_NAMES[site.table().options.names];
  if (form.querySelector(`[name="${picture}"]`) === null) return;
  sent.set(picture, new File([pictureOf('image/jpeg', 64, 9)], 'madu.jpg', { type: 'image/jpeg' }));
}
