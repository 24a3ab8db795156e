import type { Sent } from '#tests/cms/doubles/village/http.ts';
import { store } from '#tests/cms/doubles/village/pictures.ts';
import type { VillageState } from '#tests/cms/doubles/village/state.ts';
import { PRODUCT_NAMES } from './addresses.ts';
import { PRODUCT_CATEGORIES, type Product, type ProductTable } from './table.ts';

export type ProductOutcome = { product: Product } | { refused: string };

/** Saves a new product, or the one of this number, with all that the site checks and makes of it. */
export function saveProduct(state: VillageState, table: ProductTable, sent: Sent, id: number | null): ProductOutcome {
  const { options } = table;
  const names = PRODUCT_NAMES[options.names];
  const old = table.byId(id);
  if (id !== null && old === undefined) return { refused: 'Produk tidak ditemukan' };
  const name = sent.text(names.name).trim();
  if (name === '') return { refused: 'Nama wajib diisi' };
  const price = options.kind === 'profiles' ? '' : priceOf(table, sent.text(names.price).trim(), old === undefined);
  if (price === null) return { refused: 'Harga harus berupa angka' };
  const file = sent.file(names.picture);
  const isWanted = options.picture === 'requiredAlways' || (options.picture === 'required' && old === undefined);
  if (isWanted && file === null) return { refused: 'Pilih file gambar untuk foto' };
  const text = (role: keyof typeof names): string => sent.text(names[role]).trim();
  const parts: Partial<Product> = {
    name,
    price,
    description: text('description'),
    stock: options.stock === 'none' ? '' : text('stock'),
    unit: text('unit'),
    category: PRODUCT_CATEGORIES.get(text('category')) ?? '',
    seller: text('seller'),
    phone: text('phone'),
    isShown: options.status === 'always' || text('status') === '1',
  };
  if (options.picture !== 'none' && file !== null) parts.picture = store(state, file);
  return { product: old === undefined ? table.add(parts) : Object.assign(old, parts) };
}

/** What the site keeps of a written price; null where it says no. A form that shows decimals takes them too. */
function priceOf({ options }: ProductTable, said: string, isNew: boolean): string | null {
  const written = options.price === 'decimals' ? said.replace(/\.00$/, '') : said;
  if (/^\d+$/.test(written)) return written;
  switch (options.priceWords) {
    case 'refused':
      return null;
    case 'zeroOnEdit':
      return isNew ? written.replace(/\D/g, '') : (/^\d+/.exec(written)?.[0] ?? '0');
    default:
      return written === '' ? null : written;
  }
}
