import * as z from 'zod/mini';
import { inert, linesOf, plain } from '#utils/cms/plainText.ts';
import { ShopWords } from '#utils/model/cms.ts';

/** What we said of a product when we last wrote it. It stands in the product itself, so that every device knows it. */
const Said = z.extend(ShopWords, { pictures: z.array(z.string()) });
export type Said = z.infer<typeof Said>;
/** The name of the place in a product that keeps it; buyers never see it. */
export const SAID_KEY = '_dodolan_said';

const Named = z.object({ name: z.string() });
const Image = z.object({ id: z.int(), src: z.string() });
/** A product as REST tells it with `context=edit`, in the members that we ask for. */
const Row = z.object({
  ...{ id: z.int(), name: z.string(), type: z.string(), status: z.string(), sku: z.string() },
  ...{ price: z.string(), regular_price: z.string(), description: z.string(), short_description: z.string() },
  ...{ manage_stock: z.boolean(), stock_quantity: z.nullable(z.number()), stock_status: z.string() },
  ...{ permalink: z.string(), categories: z.array(Named), images: z.array(Image) },
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })),
});
export const FIELDS = Object.keys(Row.def.shape).join();

export interface Product {
  id: string;
  /** The name as a person reads it. */
  name: string;
  type: string;
  status: string;
  sku: string;
  /** What buyers pay, and the price before a sale: whole rupiah, null where there is none that can be told. */
  price: number | null;
  regularPrice: number | null;
  /** Both as they are stored, for writing them back. */
  stored: { name: string; regular_price: string; description: string };
  /** The long and the short description as plain lines. */
  description: string;
  short: string;
  /** How many are left; null where the shop does not count, 0 also where it says "sold out" without counting. */
  stock: number | null;
  url: string;
  category: string | null;
  images: z.infer<typeof Image>[];
  said: Said | null;
}

/** A product read from a reply; null for what is none. */
export function productIn(value: unknown): Product | null {
  const row = Row.safeParse(value);
  if (!row.success) return null;
  const { id, name, type, status, sku, price, regular_price, description, categories, images, meta_data } = row.data;
  return {
    ...{ id: String(id), name: plain(inert(name).body.textContent), type, status, sku, images },
    price: amountOf(price),
    regularPrice: amountOf(regular_price),
    stored: { name, regular_price, description },
    description: linesOf(withoutShortcodes(description)),
    short: linesOf(withoutShortcodes(row.data.short_description)),
    stock: stockOf(row.data),
    url: row.data.permalink,
    category: categories[0] ? plain(inert(categories[0].name).body.textContent) : null,
    said: saidIn(meta_data),
  };
}

/**
 * A stored price in whole rupiah; null for none. `25.000` is none either: WooCommerce sells it for Rp25, and whoever
 * typed it meant something else.
 */
export function amountOf(price: string): number | null {
  if (!/^\d+(\.\d+)?$/.test(price) || /^\d{1,3}(\.\d{3})+$/.test(price)) return null;
  const amount = Math.round(Number(price));
  return amount > 0 ? amount : null;
}

export function stockOf(
  row: Pick<z.infer<typeof Row>, 'stock_quantity' | 'stock_status'> & { manage_stock: boolean | string },
): number | null {
  if (row.manage_stock === true && row.stock_quantity !== null) return Math.max(0, Math.floor(row.stock_quantity));
  return row.stock_status === 'outofstock' ? 0 : null;
}

const withoutShortcodes = (html: string): string => html.replace(/\[\/?[a-z][\w-]*\b[^\]]*\]/gi, ' ');

function saidIn(meta: z.infer<typeof Row>['meta_data']): Said | null {
  const value = meta.find(({ key }) => key === SAID_KEY)?.value;
  if (typeof value !== 'string') return null;
  try {
    return Said.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}
