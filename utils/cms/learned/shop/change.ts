import { type Tools, throwUnseen } from '#utils/cms/learned/create.ts';
import { safeTitle, sameTitle } from '#utils/cms/learned/safeWords.ts';
import type { ShopSynced, ShopWords } from '#utils/cms/shop.ts';
import { beforeWriting, unwritten } from '#utils/cms/traces.ts';
import { CmsError } from '#utils/cms/types.ts';
import { namesPrice } from './amount.ts';
import { bodyShape, fieldOf, priceIn, type Row, said, saysChoices } from './inTable.ts';
import { mainPicture, printsOf, refOf } from './make.ts';
import { rowFor, type Work } from './place.ts';
import { findPublic, namesIn, readShop } from './publicShop.ts';
import { inTime, isWhole, pictureField, sendProduct } from './send.ts';
import { bodyWith, holdsOurs, isCalled, saysSame, tableWords } from './words.ts';

type Values = { name: string; value: string }[];

/**
 * Makes a product of ours that stands say what the listing says differently than last time, and puts it back on sale. Each
 * part is written only while it says what we wrote: what a person changed stays. Everything is read back, in the form and as a stranger.
 */
export async function bringInStep(work: Work, tools: Tools): Promise<ShopSynced> {
  const { session, shop, item, seen } = work;
  const { known, link } = item;
  const prints = await printsOf(item, tools);
  const isBack = known?.onSale === false || seen === null;
  const words = tableWords(item);
  const url = seen?.url ?? known?.productId ?? '';
  const isSame = known !== null && saysWords(known.said, words) && known.link === link;
  const isPictured = known !== null && known.pictures.slice(0, 1).join() === prints.join();
  if (seen !== null && !isBack && isSame && isPictured) return { state: 'on', ref: { ...known, link, onSale: true } };
  // Whoever showed it has just saved it by hand: nothing was ever written by us, and it says all that we would.
  if (seen !== null && known === null && shop.change === undefined && isLike(work, words))
    return { state: 'on', ref: refOf(item, seen, prints) };
  const deed = shop.change ?? (isSame && isPictured ? shop.off?.form : undefined);
  if (deed === undefined) throw unwritten(new CmsError('not_shown', `productChange ${url}`));
  const row = await beforeWriting(async () => {
    const row = await rowFor(work, deed);
    if (row === null) throw new CmsError('not_reached', url);
    return row;
  });
  if (!row.isOurs) return { state: 'left', why: 'taken_over' };
  const values = [...changed(row, work, words), ...(isBack ? broughtBack(row, work) : [])];
  const picture = isPictured && pictureField(deed) === null ? null : await ownPicture(row, work, tools);
  if (values.length > 0 || (picture !== null && !isPictured)) {
    const filling = { values, picture };
    const answer = await sendProduct(work, row, sentDeed(row, work, picture !== null), filling, tools);
    await readBack(work, row, values, tools, () => throwUnseen(session, answer));
  }
  const names = [words.name, said(row, 'title') ?? ''];
  const after = await inTime(tools, () => publicNow(work, names));
  if (after === null) throw new CmsError('not_read_back', url);
  const isNew = (src: string) => !(seen?.pictures ?? []).includes(src);
  const pictureAt = (picture === null ? undefined : after.pictures.find(isNew)) ?? known?.pictureAt;
  // Where the picture could not be judged it is looked at again with the next change.
  const kept = picture === null && known !== null && !isPictured && seen === null ? known.pictures : prints;
  return { state: 'on', ref: refOf(item, after, kept, pictureAt) };
}

function isLike({ seen, shop }: Work, { price, name }: ShopWords): boolean {
  const isCosting = shop.isPriced !== true || namesPrice(seen?.text ?? '', price);
  return isCosting && (seen?.text.toLowerCase().includes(name.toLowerCase()) ?? false);
}

const saysWords = (one: ShopWords, other: ShopWords): boolean =>
  one.name === other.name &&
  one.price === other.price &&
  one.unit === other.unit &&
  one.description === other.description;

/** The parts to be written. What the form has no field for is left out. */
function changed(row: Row, { item, links, before }: Work, words: ShopWords): Values {
  const { known, link } = item;
  const was = known?.said ?? null;
  const shape = bodyShape(row.deed);
  const values: Values = [];
  const put = (role: string, value: string) => {
    const name = fieldOf(row.deed, role);
    if (name !== null) values.push({ name, value });
  };
  const title = said(row, 'title') ?? '';
  const mayName = was === null ? !isCalled(title, words.name) : was.name !== words.name && isCalled(title, was.name);
  if (mayName) put('title', safeTitle(words.name, new Set(namesIn(before).map(sameTitle))));
  const price = priceIn(row);
  if (was === null ? price !== words.price : was.price !== words.price && price === was.price)
    put('price', String(words.price));
  const unit = said(row, 'unit') ?? '';
  if (was === null ? unit !== words.unit : was.unit !== words.unit && unit === was.unit) put('unit', words.unit);
  const body = said(row, 'body') ?? '';
  const wanted = bodyWith(words, link, shape);
  const isUntouched = was === null || links.some((old) => saysSame(body, bodyWith(was, old, shape)));
  if (isUntouched && !saysSame(body, wanted)) put('body', wanted);
  // A person's own words stay, and our link in them is the newest.
  else if (!holdsOurs(body, link))
    put(
      'body',
      links.reduce((text, old) => text.replaceAll(old, link), body),
    );
  return values;
}

/** What puts the product back on sale, as it stood before we took it off; how many are left the listing knows best. */
function broughtBack(row: Row, { shop: { off }, item }: Work): Values {
  if (off === undefined || !saysChoices(row, off.chosen)) return [];
  const stock = fieldOf(row.deed, 'stock');
  const isCount = (name: string) => name === stock && off.chosen.some((one) => one.name === name && one.value === '0');
  const was = (item.known?.was ?? off.before).filter(({ name }) => !isCount(name));
  const stood = item.known?.was?.find(({ name }) => isCount(name))?.value;
  const counts = off.chosen.filter(({ name }) => isCount(name));
  return [...was, ...counts.map(({ name }) => ({ name, value: String(item.stock ?? (stood || 1)) }))];
}

/** Our picture for the form; null where a person's stands there, or nobody can tell whose it is. */
async function ownPicture(row: Row, { item, seen }: Work, tools: Tools) {
  const { pictureAt } = item.known ?? {};
  const inForm = [...row.page.document.querySelectorAll('img[src]')].map(
    (image) => URL.parse(image.getAttribute('src') ?? '', row.page.url)?.href,
  );
  const isOurs = pictureAt !== undefined && [...inForm, ...(seen?.pictures ?? [])].includes(pictureAt);
  if (isOurs) return mainPicture(item, tools);
  // A form that wants the picture anew each time would put ours over a person's.
  if (pictureField(row.deed) !== null) throw unwritten(new CmsError('not_reached', seen?.url ?? null));
  return null;
}

/** The form as it is sent: to this product's own address, with the picture in the field that a new product's form has. */
function sentDeed({ deed, action }: Row, { shop }: Work, isPictured: boolean) {
  const name = pictureField(deed) ?? pictureField(shop.create);
  const isThere = name !== null && deed.controls.includes(name);
  const fields = isPictured && isThere ? [{ role: 'picture' as const, name }] : [];
  return { ...deed, action, fields };
}

/** Looks whether the form says what was written, and the public shop still comes to everybody; else it is undone and told. */
async function readBack(work: Work, old: Row, values: Values, tools: Tools, unread: () => never): Promise<void> {
  const { deed } = old;
  const named = [said(old, 'title') ?? '', ...values.map(({ value }) => value).slice(0, 1)];
  const after = await inTime(tools, () => rowFor(work, deed, named));
  if (after === null || !after.isOurs) return unread();
  const price = values.find(({ name }) => name === fieldOf(deed, 'price'));
  const isCosting = price === undefined || priceIn(after) === Number(price.value);
  const isUnwritten = price !== undefined && priceIn(after) === priceIn(old);
  if (isUnwritten) return unread();
  if (isCosting && (await isWhole(work, 0))) return;
  const values0 = values.map(({ name }) => ({ name, value: before(old, name) }));
  await sendProduct(
    work,
    after,
    { ...deed, action: after.action, fields: [] },
    { values: values0, picture: null },
    tools,
  );
  throw new CmsError('shop_broken', work.seen?.url ?? work.before.url);
}

const before = (row: Row, name: string): string => {
  const role = [...row.deed.fields, ...row.deed.goods].find((one) => one.name === name)?.role ?? '';
  const value = said(row, role) ?? '';
  return role === 'price' ? String(priceIn(row) ?? value) : value;
};

async function publicNow({ context, recipe, shop, item }: Work, names: string[]) {
  const now = await readShop(context, { siteUrl: recipe.siteUrl, shop });
  const known = item.known?.productId ?? null;
  return findPublic(context, now, {
    ...{ links: [item.link], names, known, siteUrl: recipe.siteUrl, article: item.articleUrl ?? null },
  });
}
