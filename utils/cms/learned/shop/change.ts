import { type Tools, throwUnseen } from '#utils/cms/learned/create.ts';
import type { ShopSynced, ShopWords } from '#utils/cms/shop.ts';
import { beforeWriting, unwritten } from '#utils/cms/traces.ts';
import { CmsError } from '#utils/cms/types.ts';
import { namesPrice } from './amount.ts';
import { said } from './inTable.ts';
import { printsOf, refOf } from './make.ts';
import { broughtBack, changed, ownPicture, sentDeed } from './parts.ts';
import { rowFor, type Work } from './place.ts';
import { findPublic, readShop } from './publicShop.ts';
import { readBack } from './readBack.ts';
import { inTime, pictureField, sendProduct } from './send.ts';
import { tableWords } from './words.ts';

/**
 * Makes a product of ours that stands say what the listing says differently than last time, and puts it back on sale. Each
 * part is written only while it says what we wrote: what a person changed stays. Everything is read back, in the form and as
 * a stranger.
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

async function publicNow({ context, recipe, shop, item }: Work, names: string[]) {
  const now = await readShop(context, { siteUrl: recipe.siteUrl, shop });
  const known = item.known?.productId ?? null;
  return findPublic(context, now, {
    ...{ links: [item.link], names, known, siteUrl: recipe.siteUrl, article: item.articleUrl ?? null },
  });
}
