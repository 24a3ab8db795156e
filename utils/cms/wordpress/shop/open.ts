import type { DriverContext, PrefillProduct } from '#utils/cms/types.ts';
import { importable } from './products.ts';
import { amountOf } from './shapes.ts';
import { withShop } from './store.ts';

/** The fields of WooCommerce's own editor for one product. */
const REGULAR = 'input#_regular_price';
const SALE = 'input#_sale_price';
const SALE_DATES = 'input#_sale_price_dates_from, input#_sale_price_dates_to';
const COUNTS = 'input#_manage_stock';
const COUNT = 'input#_stock';
const KIND = 'select#product-type';

export interface OpenProduct {
  product: PrefillProduct;
  imageUrls: string[];
}

/**
 * What the shop says of a product that is meant by this page: what it has stored, and over it what is typed in its editor and
 * not saved yet. Null where there is no WooCommerce, or this account may not ask it.
 */
export async function openProduct(
  context: DriverContext,
  id: string | null,
  isOpen: boolean,
): Promise<OpenProduct | null> {
  const stored = id === null ? null : await read(context, id);
  const unsaved = isOpen ? typedIn(context.document) : null;
  if (stored === null && unsaved === null) return null;
  return {
    product: {
      sourceId: stored?.sourceId ?? null,
      price: unsaved?.price ?? stored?.price ?? null,
      stock: unsaved?.stock ?? stored?.stock ?? null,
    },
    imageUrls: stored?.imageUrls ?? [],
  };
}

async function read(context: DriverContext, id: string) {
  const read = await withShop(context, async (shop) => {
    const product = await shop.read(id);
    // A page for a new product has stored an empty one already.
    return product === null || product.status === 'auto-draft' ? null : importable(shop, product);
  }).catch(() => null);
  return read === 'closed' ? null : read;
}

/** What is typed: only digits alone are a price, as WooCommerce would take `25.000` for Rp25. Null where no such editor is. */
function typedIn(document: Document): { price: number | null; stock: number | null } | null {
  const typed = (selector: string) => document.querySelector<HTMLInputElement>(selector)?.value.trim() ?? '';
  if (document.querySelector(REGULAR) === null) return null;
  const kind = document.querySelector<HTMLSelectElement>(KIND)?.value ?? 'simple';
  if (kind !== 'simple') return null;
  const [regular, sale] = [amountOf(typed(REGULAR)), amountOf(typed(SALE))];
  // A sale between two days is on or off by the shop's clock: what it has stored tells.
  const isTimed = [...document.querySelectorAll<HTMLInputElement>(SALE_DATES)].some(({ value }) => value !== '');
  const isOnSale = sale !== null && regular !== null && sale < regular;
  // A product that is not counted shows a number all the same.
  const isCounted = document.querySelector<HTMLInputElement>(COUNTS)?.checked === true;
  const count = typed(COUNT);
  return {
    price: isTimed && sale !== null ? null : isOnSale ? sale : regular,
    stock: isCounted && /^\d{1,6}$/.test(count) ? Number(count) : null,
  };
}
