import type { RecipeShop } from '#contract';
import { request } from '#utils/cms/form.ts';
import { finishChange, type Shown } from '#utils/cms/learned/finishChange.ts';
import type { SeenSave } from '#utils/cms/learned/observe.ts';
import { isTitled, lookAtLists } from '#utils/cms/learned/publicLook.ts';
import { sameTitle } from '#utils/cms/learned/safeWords.ts';
import { learnedSession } from '#utils/cms/learned/session.ts';
import { SECRET, sitePath } from '#utils/cms/learned/sitePath.ts';
import { toDeed } from '#utils/cms/learned/toDeed.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { namesPrice } from './amount.ts';
import { findPublic, namesIn, readShop, type Seen } from './publicShop.ts';

/** Where sites show their products, by the words of their menus and addresses. */
const SHOPS = /produk|product|umkm|lapak|toko|shop|store|belanja|pasar|katalog|dagang|usaha|potensi|ekonomi/i;
const MOST_SHOPS = 8;

/** How a lesson about the product table ends: learned, or why not. */
export type ProductEnd =
  | { state: 'product'; deed: 'product'; shop: Pick<RecipeShop, 'create' | 'page' | 'isPriced'>; url: string }
  | { state: 'product'; deed: 'productChange'; shop: Pick<RecipeShop, 'change'> }
  | { state: 'product'; deed: 'productOff'; shop: Pick<RecipeShop, 'off'> }
  | { state: 'by_script' | 'storage' | 'no_form' | 'not_public' | 'no_link' | 'not_off' | 'no_price' }
  | { state: 'no_list' | 'no_id' | 'no_edit_form' | 'alike' | 'still_public' };

/**
 * Makes of a save that was seen what is to be known to save the next product: the empty form is fetched once more, and the
 * shop is read as a stranger reads it, to see where the product appeared with our link. Throws `CmsError`.
 */
export async function finishProduct(
  context: DriverContext,
  seen: SeenSave,
  page: URL,
  { link, title, price, article }: { link: string; title: string; price: number; article: string | null },
): Promise<ProductEnd> {
  const { siteUrl } = context.page;
  if (seen.way !== 'form') return { state: 'by_script' };
  if (SECRET.test(page.search) || SECRET.test(seen.action.search)) return { state: 'storage' };
  const empty = await request(learnedSession(context), page);
  const deed = toDeed(seen, empty.document, page, siteUrl);
  if (deed === null || seen.goods === undefined) return { state: 'no_form' };
  const found = await findShop(context, siteUrl, { link, title, article });
  if (found === null || found === 'no_link') return { state: found ?? 'not_public' };
  const isPriced = namesPrice(found.seen.text, price);
  const create = { ...deed, goods: seen.goods };
  const shop = { create, page: found.page, ...(isPriced && { isPriced: true as const }) };
  return { state: 'product', deed: 'product', shop, url: found.seen.url };
}

/** The same of a product that was changed, or taken off sale, in its own form. */
export async function finishProductChange(
  context: DriverContext,
  seen: SeenSave,
  page: URL,
  shown: Shown,
): Promise<ProductEnd> {
  const { goods } = seen;
  if (seen.way !== 'form' || goods === undefined) return { state: 'by_script' };
  const end = await finishChange(context, seen, page, { ...shown, mayStay: true });
  if (end.state !== 'changed') return end;
  const form = { ...end.form, goods };
  if (end.takeDown === null) return { state: 'product', deed: 'productChange', shop: { change: form } };
  const { chosen, before = [] } = end.takeDown;
  if (chosen.length === 0) return { state: 'not_off' };
  // How many there were of this product says nothing of the next one.
  const counts = new Set(goods.map(({ name }) => name));
  const off = { form, chosen, before: before.filter(({ name }) => !counts.has(name)) };
  return { state: 'product', deed: 'productOff', shop: { off } };
}

/** The public page on which the product stands with our link; `no_link` where only its name stands. */
async function findShop(
  context: DriverContext,
  siteUrl: string,
  { link, title, article }: { link: string; title: string; article: string | null },
): Promise<{ page: string; seen: Seen } | 'no_link' | null> {
  const home = await lookAtLists(context, { siteUrl, lists: ['/'] });
  const named = [...home.links].filter(
    ([url, words]) => SHOPS.test(words.join(' ')) || SHOPS.test(new URL(url).pathname),
  );
  // The product's own page leads to no others; the shop's address is the shorter one.
  const lists = named.filter(([, words]) => !isTitled(words, title));
  const paths = lists.flatMap(([url]) => sitePath(new URL(url), siteUrl) ?? []).sort((a, b) => a.length - b.length);
  let isNamed = false;
  // The home page shows the newest alone, so that it comes last.
  for (const page of new Set([...paths.slice(0, MOST_SHOPS), '/'])) {
    const shop = await readShop(context, { siteUrl, shop: { page } }).catch(notThere);
    if (shop === null) continue;
    const seen = await findPublic(context, shop, { links: [link], names: [title], known: null, siteUrl, article });
    if (seen !== null) return { page, seen };
    isNamed ||= namesIn(shop).some((name) => sameTitle(name) === sameTitle(title));
  }
  return isNamed ? 'no_link' : null;
}

function notThere(error: unknown): null {
  if (error instanceof CmsError && (error.code === 'site_down' || error.code === 'network')) return null;
  throw error;
}
