import type { RecipeProduct } from '#contract';
import { request } from '#utils/cms/form.ts';
import { smallPicture, type Tools, throwUnseen } from '#utils/cms/learned/create.ts';
import { controlsOf, isSelect, untouched } from '#utils/cms/learned/formShape.ts';
import { safeTitle, sameTitle } from '#utils/cms/learned/safeWords.ts';
import { shownForm } from '#utils/cms/learned/sendDeed.ts';
import { atSite } from '#utils/cms/learned/sitePath.ts';
import { inForm } from '#utils/cms/learned/toDeed.ts';
import { type Picture, toPicture } from '#utils/cms/picture.ts';
import type { ShopItem, ShopRef, ShopSynced, ShopWords } from '#utils/cms/shop.ts';
import { beforeWriting } from '#utils/cms/traces.ts';
import { CmsError } from '#utils/cms/types.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { namesPrice } from './amount.ts';
import { bodyShape, fieldOf } from './inTable.ts';
import { takeOff } from './off.ts';
import { formChanged, type Work } from './place.ts';
import { findPublic, namesIn, readShop, type Seen } from './publicShop.ts';
import { inTime, isWhole, sendProduct } from './send.ts';
import { bodyWith, tableWords } from './words.ts';

/**
 * Saves a new product as it was shown, once, and finds it as a stranger does: nothing that the site says to the request is
 * believed. Where the public shop comes to nobody after it, the product is taken off sale again, if that was shown.
 */
export async function makeProduct(work: Work, tools: Tools): Promise<ShopSynced> {
  const { session, recipe, shop, item, before } = work;
  const { siteUrl } = recipe;
  const words = tableWords(item);
  const { page, form } = await beforeWriting(async () => {
    const page = await request(session, atSite(shop.create.page, siteUrl));
    try {
      return { page, form: shownForm(page, { ...recipe, create: shop.create }) };
    } catch (error) {
      throw formChanged(error, 'product');
    }
  });
  if (lacksSeller(form, shop.create, item)) return { state: 'lacks', what: 'producer' };
  if (demandsPhone(form, shop.create)) return { state: 'lacks', what: 'phone' };
  const title = safeTitle(words.name, new Set(namesIn(before).map(sameTitle)));
  const picture = await mainPicture(item, tools);
  const values = valuesFor(form, shop.create, { ...words, name: title }, item);
  const sent = { ...shop.create, title };
  const answer = await sendProduct(work, { page, form }, sent, { values, picture }, tools);
  const found = await inTime(tools, async () => {
    const after = await readShop(work.context, { siteUrl, shop });
    return findPublic(work.context, after, {
      ...{ links: [item.link], names: [title], known: null, siteUrl, article: item.articleUrl ?? null },
    });
  }).catch((error: unknown) => {
    // A product after which the shop comes to nobody cannot be seen there.
    if (error instanceof CmsError && error.code === 'site_down') return null;
    throw error;
  });
  const isRight = found === null || shop.isPriced !== true || namesPrice(found.text, item.price);
  if (!(await isWhole(work, 0)) || !isRight) return undoNew({ ...work, seen: found }, tools);
  if (found === null) return throwUnseen(session, answer);
  const isOld = (src: string) => work.before.document.querySelector(`img[src="${CSS.escape(src)}"]`) !== null;
  const pictureAt = picture === null ? undefined : found.pictures.find((src) => !isOld(new URL(src).pathname));
  return { state: 'on', ref: refOf(item, found, await printsOf(item, tools), pictureAt) };
}

async function undoNew(work: Work, tools: Tools): Promise<never> {
  const url = work.seen?.url ?? work.before.url;
  if (work.shop.off !== undefined) await takeOff(work, tools, true).catch(() => undefined);
  throw new CmsError('shop_broken', url);
}

/** The product as it stands now. */
export function refOf(item: ShopItem, { url }: Pick<Seen, 'url'>, pictures: string[], pictureAt?: string): ShopRef {
  const ref = { productId: url, link: item.link, onSale: true, said: tableWords(item), pictures };
  return pictureAt === undefined ? ref : { ...ref, pictureAt };
}

/** The main picture as these sites take it; the others have no place there. */
export function mainPicture({ images }: ShopItem, { toJpeg }: Tools): Promise<Picture | null> {
  return smallPicture({ image: images[0] ?? null }, toJpeg);
}

/** The fingerprint of the listing's main picture. */
export async function printsOf({ images }: ShopItem, { toJpeg }: Tools): Promise<string[]> {
  const picture = await toPicture(images[0] ?? null, toJpeg);
  return picture === null ? [] : [picture.print];
}

/**
 * What goes into the fields of a new product's form. The price is digits alone. A maker's number is for buyers who ask, and
 * these tables are public: it is never written into one, also where the person has typed it when it was shown.
 */
function valuesFor(form: HTMLFormElement, deed: RecipeProduct, words: ShopWords, item: ShopItem) {
  const control = (role: string) => controlsOf(form).find(({ name }) => name === inForm(fieldOf(deed, role) ?? ''));
  const stock = control('stock');
  // Whoever sells has one at least, where the site wants to know how many.
  const count = item.stock ?? (stock !== undefined && 'required' in stock && stock.required ? 1 : null);
  const category = control('category');
  const seller = control('seller');
  const sellerName = tableWords({ ...item, name: item.producer.name }).name;
  const said: Record<string, string | null> = {
    title: words.name,
    body: bodyWith(words, item.link, bodyShape(deed)),
    price: String(item.price),
    unit: words.unit,
    stock: count === null || (stock !== undefined && isSelect(stock)) ? null : String(count),
    category: category === undefined || !isSelect(category) ? item.category : optionFor(category, item.category),
    seller: seller !== undefined && isSelect(seller) ? sellerIn(seller, item) : sellerName,
  };
  return [...deed.fields, ...deed.goods].flatMap(({ role, name }) => {
    const value = said[role] ?? null;
    return value === null ? [] : [{ name, value }];
  });
}

/** The maker among those whom the form offers, else the only one; never a guess among several. Null where there is none. */
function sellerIn({ options }: HTMLSelectElement, { producer }: ShopItem): string | null {
  const offered = [...options].filter(({ value }) => value !== '');
  const named = offered.find(({ text }) => sameTitle(text) === sameTitle(producer.name));
  const [only, ...others] = offered;
  return named?.value ?? (others.length === 0 ? (only?.value ?? null) : null);
}

/** Whether the form wants a maker whom it does not offer. */
function lacksSeller(form: HTMLFormElement, deed: RecipeProduct, item: ShopItem): boolean {
  const name = inForm(fieldOf(deed, 'seller') ?? '');
  const select = controlsOf(form).find((one) => one.name === name);
  return select !== undefined && isSelect(select) && sellerIn(select, item) === null;
}

/** Whether the form takes no product without a number, and holds none of its own. */
function demandsPhone(form: HTMLFormElement, deed: RecipeProduct): boolean {
  const name = fieldOf(deed, 'phone');
  const control = name === null ? undefined : controlsOf(form).find((one) => one.name === inForm(name));
  return control?.required === true && untouched(form, control.name).trim() === '';
}

/** The option that means the same category, else the site's "lain-lain"; null leaves what was chosen when it was shown. */
function optionFor({ options }: HTMLSelectElement, category: string): string | null {
  const kinds = [categoryOf(category), 'lainnya'];
  const [found] = kinds.flatMap((kind) => [...options].find(({ text }) => categoryOf(text) === kind) ?? []);
  return found?.value ?? null;
}
