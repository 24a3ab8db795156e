import { openAsks } from '#utils/listing/line/asks.ts';
import { type QuickReading, readQuick } from '#utils/listing/line/index.ts';
import { type ProductList, readList } from '#utils/listing/line/split.ts';
import { separatorOf } from '#utils/listing/table/products.ts';

export { askKey } from '#utils/listing/line/asks.ts';
export { priceIn } from '#utils/listing/priceIn.ts';
export { QuickAsks } from './QuickAsks.tsx';
export { QuickChips } from './QuickChips.tsx';
export { openAsks };

/** How a text is read: as a table, as a list, or as one product. */
export interface ReadAs {
  /** What parts the cells of a text that is a table; null when it is none. */
  separator: string | null;
  /** The products of a text that holds several; null for one, or when a person said that it is one. */
  list: ProductList | null;
  reading: QuickReading;
}

export const NOTHING_READ: QuickReading = { fields: {}, spans: [], asks: [], guessed: [] };

/** A text of several products fills no form: their words are not one product's. */
export function readAs(text: string, isOne: boolean): ReadAs {
  const separator = isOne ? null : separatorOf(text);
  if (separator !== null) return { separator, list: null, reading: NOTHING_READ };
  const list = isOne ? null : readList(text);
  return { separator, list, reading: list === null ? readQuick(text) : NOTHING_READ };
}
