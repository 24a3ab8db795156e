import type { Recipe } from '#contract';
import type { Tools } from '#utils/cms/learned/create.ts';
import { serialize } from '#utils/cms/serialize.ts';
import type { ShopItem, ShopSynced } from '#utils/cms/shop.ts';
import { beforeWriting, unwritten } from '#utils/cms/traces.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { bringInStep } from './change.ts';
import { makeProduct } from './make.ts';
import { takeOff } from './off.ts';
import { anyForm, lookFor, rowFor, type Work } from './place.ts';
import { nameIsTaken } from './taken.ts';
import { isDodolans } from './words.ts';

/**
 * Makes the site's own product table say what the listing says, each deed as a person has shown it; what was not shown is
 * left to the person (`not_shown`). It may be repeated after a death at any point. A new product whose end is not known is
 * never sent again by itself.
 */
export function syncTable(context: DriverContext, recipe: Recipe, item: ShopItem, tools: Tools): Promise<ShopSynced> {
  return serialize(`${recipe.siteUrl} shop ${item.link}`, async () => {
    const { shop } = recipe;
    if (shop === undefined) throw unwritten(new CmsError('not_shown', 'product'));
    const work = await beforeWriting(() => lookFor(context, recipe, shop, item));
    return item.onSale ? putOnSale(work, tools) : putAway(work, tools);
  });
}

async function putOnSale(work: Work, tools: Tools): Promise<ShopSynced> {
  const { shop, item, seen } = work;
  const { known, mayStand } = item;
  if (seen !== null) return bringInStep(work, tools);
  const form = anyForm(shop);
  const row = form && (await beforeWriting(() => rowFor(work, form)));
  if (row?.isOurs) {
    // We left it on sale and it is not public: a person hid it. But we may have, where the end of that is not known.
    const isHidden = known?.onSale === true && mayStand !== true;
    return isHidden ? { state: 'left', why: 'hidden' } : bringInStep(work, tools);
  }
  const isThere = row !== null && known !== null;
  if (isThere && !isDodolans(row.body)) return { state: 'left', why: 'taken_over' };
  if (known?.onSale === true) return { state: 'left', why: (await isReplaced(work)) ? 'taken_over' : 'removed' };
  if (mayStand === true) throw unwritten(new CmsError('look_first'));
  // What we took off sale stands somewhere, and cannot be looked for.
  if (known !== null && form === null) throw unwritten(new CmsError('not_shown', `productChange ${known.productId}`));
  const isTaken = (row !== null && !isDodolans(row.body)) || (await beforeWriting(() => nameIsTaken(work)));
  return isTaken ? { state: 'left', why: 'same_name' } : makeProduct(work, tools);
}

/** A person's product without our link stands where ours was. */
async function isReplaced(work: Work): Promise<boolean> {
  return beforeWriting(() => nameIsTaken(work));
}

async function putAway(work: Work, tools: Tools): Promise<ShopSynced> {
  const { item, seen } = work;
  const { known, mayStand } = item;
  if (seen !== null) return takeOff(work, tools);
  if (known === null) {
    if (mayStand === true) throw unwritten(new CmsError('look_first'));
    return { state: 'off', ref: null };
  }
  // A person hid it before us: it does not come back by itself.
  if (known.onSale && mayStand !== true) return { state: 'left', why: 'hidden' };
  return { state: 'off', ref: { ...known, link: item.link, onSale: false } };
}
