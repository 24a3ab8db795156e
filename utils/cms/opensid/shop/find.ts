import type { ShopItem, ShopSkipped } from '#utils/cms/shop.ts';
import { holdsLink, isOurs } from '#utils/cms/shopWords.ts';
import type { Product } from './rows.ts';
import { wordsFor } from './words.ts';

/** Our product in the shop, null when there is none yet, or the reason why it is skipped. */
export function findOurs(shop: Product[], item: ShopItem): Product | null | ShopSkipped {
  const { known, link } = item;
  const before = known && shop.find(({ id }) => id === known.productId);
  if (known && before) {
    const isStillOurs = holdsLink(before.description, link) || holdsLink(before.description, known.link);
    if (!isStillOurs) return 'taken_over';
    return known.onSale && !before.isOn ? 'hidden' : before;
  }
  const ours = shop.filter(({ description }) => holdsLink(description, link));
  const [found] = [...ours.filter(({ isOn }) => isOn), ...ours];
  if (found) return found;
  // We left the product on sale and a person deleted it: it does not come back by itself.
  if (known?.onSale) return 'removed';
  const { name } = wordsFor(item);
  const isTaken = shop.some((other) => sameName(other.name, name) && !isOurs(other.description));
  return item.onSale && isTaken ? 'same_name' : null;
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
