import { addressWith } from '#tests/cms/doubles/village/addresses.ts';
import { tokenField } from '#tests/cms/doubles/village/form.ts';
import type { Sent } from '#tests/cms/doubles/village/http.ts';
import type { Page } from '#tests/cms/doubles/village/layout.ts';
import { esc } from '#tests/cms/doubles/village/words.ts';
import { PRODUCT_NAMES, productAddresses } from './addresses.ts';
import { PRODUCT_CATEGORIES, type Product, type ProductTable } from './table.ts';

/** The form for a new product, or for changing one; `typed` is what a refused save had in it. */
export function productForm(page: Page, table: ProductTable, product: Product | null, typed: Sent | null): string {
  const { state } = page;
  const { options } = table;
  const names = PRODUCT_NAMES[options.names];
  const addresses = productAddresses(state.options, options);
  const to = state.base + (product === null ? addresses.save : addressWith(addresses.update, product.id));
  const key = [...PRODUCT_CATEGORIES].find(([, name]) => name === product?.category)?.[0] ?? '';
  const kept = {
    name: product?.name ?? '',
    price: priceInForm(table, product?.price ?? ''),
    description: product?.description ?? '',
    stock: product?.stock ?? '',
    unit: product?.unit ?? '',
    category: key,
    seller: product?.seller ?? '',
    phone: product?.phone ?? '',
  };
  const value = (role: keyof typeof kept): string => esc(typed === null ? kept[role] : typed.text(names[role]));
  const line = (role: keyof typeof kept, label: string): string =>
    `<p><label>${label}<br><input type="text" name="${names[role]}" value="${value(role)}"></label></p>`;
  const isProfile = options.kind === 'profiles';
  const isOn = typed === null ? (product?.isShown ?? true) : typed.text(names.status) === '1';
  const fields = [
    line('name', isProfile ? 'Nama Usaha' : 'Nama Produk'),
    isProfile ? '' : line('price', 'Harga'),
    `<p><label>Deskripsi<br><textarea name="${names.description}">${value('description')}</textarea></label></p>`,
    isProfile ? '' : stockField(table, names.stock, value('stock')) + line('unit', 'Satuan'),
    `<p><label>Kategori<br><select name="${names.category}">${choices(PRODUCT_CATEGORIES, value('category'))}</select></label></p>`,
    line('seller', isProfile ? 'Pemilik' : 'Nama Penjual'),
    line('phone', 'No. HP / WhatsApp'),
    pictureField(page, table, names.picture, product),
    options.status === 'tick'
      ? `<p><label><input type="checkbox" name="${names.status}" value="1" ${isOn ? 'checked' : ''}> Tampilkan</label></p>`
      : '',
  ];
  const hidden =
    options.save === 'sameAddress' ? `<input type="hidden" name="${names.id}" value="${product?.id ?? ''}">` : '';
  const spoofed = state.options.flavour === 'blade' && product !== null && options.save === 'ownPage';
  const method = spoofed ? '<input type="hidden" name="_method" value="PUT">' : '';
  return `<form method="post" action="${to}" enctype="multipart/form-data" id="formProduk">${tokenField(page)}${method}${hidden}${fields.join('\n')}<p><button type="submit">Simpan</button></p></form>`;
}

/** A column of decimals is read back with them. */
const priceInForm = ({ options }: ProductTable, price: string): string =>
  options.price === 'decimals' && /^\d+$/.test(price) ? `${price}.00` : price;

function stockField({ options }: ProductTable, name: string, value: string): string {
  if (options.stock === 'none') return '';
  if (options.stock === 'number')
    return `<p><label>Stok<br><input type="number" name="${name}" value="${value}"></label></p>`;
  const words = new Map(['Tersedia', 'Terbatas', 'Habis'].map((word) => [word, word]));
  return `<p><label>Stok<br><select name="${name}">${choices(words, value)}</select></label></p>`;
}

const choices = (all: ReadonlyMap<string, string>, chosen: string): string =>
  [...all]
    .map(([value, label]) => `<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`)
    .join('');

function pictureField({ state }: Page, { options }: ProductTable, name: string, product: Product | null): string {
  if (options.picture === 'none') return '';
  const shown = product?.picture ? `<img src="${state.base}${product.picture}" alt="" width="120">` : '';
  return `<p>${shown}<label>Foto<br><input type="file" name="${name}" accept="image/*"></label></p>`;
}
