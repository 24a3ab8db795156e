import type { RecipeShop } from '#contract';
import { type Tools, throwUnseen } from '#utils/cms/learned/create.ts';
import type { ShopRef, ShopSynced } from '#utils/cms/shop.ts';
import { beforeWriting, unwritten } from '#utils/cms/traces.ts';
import { CmsError } from '#utils/cms/types.ts';
import { said, saysChoices, standingChoices } from './inTable.ts';
import { rowFor, type Work } from './place.ts';
import { inTime, isWhole, pictureField, sendProduct } from './send.ts';
import { tableWords } from './words.ts';

/** The shown way of taking a product off sale. Throws `not_shown` with the product's address, where there is none. */
export function offOf({ off }: RecipeShop, url: string): NonNullable<RecipeShop['off']> {
  if (off === undefined) throw unwritten(new CmsError('not_shown', `productOff ${url}`));
  return off;
}

/**
 * Takes our product off sale by what the person chose when it was shown, and reads the form back. What stood there is kept
 * with it, so that it can come back as it was. `isLast`: it undoes something else, and is not undone itself.
 */
export async function takeOff(work: Work, tools: Tools, isLast = false): Promise<ShopSynced> {
  const { session, shop, item, seen } = work;
  const url = seen?.url ?? item.known?.productId ?? '';
  const off = await beforeWriting(async () => offOf(shop, url));
  const row = await beforeWriting(async () => {
    const row = await rowFor(work, off.form);
    // A form that wants the picture anew each time is the person's: a product off sale brings none.
    if (row === null || pictureField(off.form) !== null) throw new CmsError('not_reached', url);
    return row;
  });
  if (!row.isOurs) return { state: 'left', why: 'taken_over' };
  const isOff = saysChoices(row, off.chosen);
  const was = isOff ? (item.known?.was ?? off.before) : standingChoices(row, off.chosen);
  if (!isOff) {
    const sent = { ...off.form, action: row.action };
    const answer = await sendProduct(work, row, sent, { values: off.chosen, picture: null }, tools);
    const after = await inTime(tools, async () => {
      const now = await rowFor(work, off.form, [said(row, 'title') ?? '']);
      return now !== null && saysChoices(now, off.chosen) ? now : null;
    });
    if (after === null) return throwUnseen(session, answer);
    if (!isLast && !(await isWhole(work, 1))) return undo(work, tools, was, url);
  }
  const { known, link } = item;
  const base = known ?? { said: tableWords(item), pictures: [] };
  const ref: ShopRef = { ...base, productId: url, link, onSale: false, was };
  return { state: 'off', ref };
}

/** Puts it back on sale, while it still says what we chose: what a person has changed since is theirs. */
async function undo(work: Work, tools: Tools, was: ShopRef['was'], url: string): Promise<never> {
  const { off } = work.shop;
  const row = off === undefined ? null : await rowFor(work, off.form).catch(() => null);
  if (off !== undefined && row?.isOurs === true && saysChoices(row, off.chosen) && was !== undefined)
    await sendProduct(work, row, { ...row.deed, action: row.action }, { values: was, picture: null }, tools);
  throw new CmsError('shop_broken', url);
}
