import * as z from 'zod/mini';
import { rupiah } from '#contract/format.ts';
import type { Rest } from '#utils/cms/wordpress/rest.ts';
import { amountOf, stockOf } from './shapes.ts';

const Variation = z.object({
  ...{ price: z.string(), stock_quantity: z.nullable(z.number()), stock_status: z.string() },
  // A variation that is counted with its product says `parent`.
  manage_stock: z.union([z.boolean(), z.string()]),
  attributes: z.array(z.object({ option: z.string() })),
});

export interface Variations {
  /** Null where they cost differently: no single price is true. */
  price: number | null;
  /** All of them together; null where one of them is not counted. */
  stock: number | null;
  /** Each with its price, where they cost differently. */
  lines: string[];
}

/** What the kinds of a product cost, read by one request; null when they cannot be read. */
export async function variationsOf({ call }: Rest, productId: string): Promise<Variations | null> {
  const _fields = Object.keys(Variation.def.shape).join();
  const answer = await call('GET', `/wc/v3/products/${productId}/variations`, { per_page: '100', _fields });
  const read = z.array(Variation).safeParse(answer.body);
  if (!read.success) return null;
  const kinds = read.data.map((row) => ({
    name: row.attributes.map(({ option }) => option).join(', '),
    price: amountOf(row.price),
    stock: stockOf(row),
  }));
  const [price = null, ...others] = new Set(kinds.map((kind) => kind.price));
  const counts = kinds.flatMap(({ stock }) => (stock === null ? [] : [stock]));
  return {
    price: others.length === 0 ? price : null,
    stock: counts.length === kinds.length && counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : null,
    lines:
      others.length === 0
        ? []
        : kinds.flatMap((kind) =>
            kind.price === null || kind.name === '' ? [] : [`${kind.name}: ${rupiah(kind.price)}`],
          ),
  };
}
