import type { ShopItem, ShopSkipped } from '#utils/cms/shop.ts';
import { isOurs } from '#utils/cms/shopWords.ts';
import type { Product } from './shapes.ts';
import type { Shop } from './store.ts';
import { isCopy, linksTo, skuOf } from './words.ts';

/** Our product in the shop, null when there is none yet, or the reason why it is skipped. */
export async function findOurs(shop: Shop, item: ShopItem): Promise<Product | null | ShopSkipped> {
  const { known, link } = item;
  const before = known && (await shop.read(known.productId));
  if (before) return judged(before, item);
  const all = await shop.all();
  const sku = skuOf(link);
  const byNumber = all.find((product) => product.sku === sku);
  if (byNumber) return judged(byNumber, item);
  // A person may have taken the number off: the link tells as well whose it is. The oldest is no copy.
  const linked = all.filter((product) => linksTo(product, link) && !isCopy(product, link));
  const [oldest] = linked.sort((a, b) => Number(a.id) - Number(b.id));
  if (oldest) return judged(oldest, item);
  const [thrown] = await shop.withSku(sku, 'trash');
  if (thrown?.sku === sku) return judged(thrown, item);
  // We left the product on sale and a person destroyed it: it does not come back by itself.
  if (known?.onSale) return 'removed';
  const name = item.name.toLowerCase().trim();
  const isTaken = all.some((other) => other.name.toLowerCase() === name && !isOurs(other.description));
  return item.onSale && isTaken ? 'same_name' : null;
}

function judged(product: Product, { link, known, onSale }: ShopItem): Product | ShopSkipped {
  const holdsOurs = linksTo(product, link) || (known !== null && linksTo(product, known.link));
  // A product with variations has its prices in them, and loses them when it is written to as a simple one.
  if (!holdsOurs || product.type !== 'simple') return 'taken_over';
  const { status } = product;
  if (status === 'publish') return product;
  // We never throw a product away: where one lies in the trash, a person did. What we took off sale ourselves may come back.
  if (status === 'trash') return known?.onSale === false || !onSale ? product : 'removed';
  if (known?.onSale) return 'hidden';
  // We take off sale by `draft` alone; private, pending and planned for later are a person's.
  return status === 'draft' || !onSale ? product : 'hidden';
}
