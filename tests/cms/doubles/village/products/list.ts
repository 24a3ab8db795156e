import { addressWith } from '#tests/cms/doubles/village/addresses.ts';
import { tokenField } from '#tests/cms/doubles/village/form.ts';
import type { Answer, Sent } from '#tests/cms/doubles/village/http.ts';
import { adminPage, type Page } from '#tests/cms/doubles/village/layout.ts';
import { esc } from '#tests/cms/doubles/village/words.ts';
import { productAddresses } from './addresses.ts';
import { productForm } from './form.ts';
import type { ProductOptions } from './options.ts';
import type { Product, ProductTable } from './table.ts';

/** A price as the list writes it; what is not digits stands as it was written. */
export function writtenPrice({ price: form }: ProductOptions, price: string): string {
  if (!/^\d+$/.test(price) || form === 'digits') return price;
  const grouped = price.replace(/\B(?=(\d{3})+$)/g, '.');
  return form === 'rupiah' ? `Rp ${grouped}` : `${grouped},00`;
}

const two = (first: string, second: string): string => `\n<div>${first}</div>\n<div>${second}</div>`;

type Column = [header: string, cell: (product: Product) => string];

function columnsOf({ base }: Page['state'], { options }: ProductTable): Column[] {
  const image = ({ picture }: Product) =>
    picture === null ? '' : `<img src="${base}${picture}" alt="Foto" width="50" height="50">`;
  const photo: Column[] = options.picture === 'none' ? [] : [['Foto', image]];
  const name: Column = [options.kind === 'profiles' ? 'Nama Usaha' : 'Nama Produk', (one) => esc(one.name)];
  if (options.kind === 'profiles')
    return [...photo, name, ['Pemilik', (one) => esc(one.seller)], ['No. HP', (one) => esc(one.phone)]];
  if (options.columns === 'combined')
    return [
      [name[0], (one) => two(image(one), `<div>${esc(one.name)}</div><div class="soft">${esc(one.description)}</div>`)],
      ['Pemilik', (one) => two(esc(one.seller), esc(one.phone))],
      ['Harga', (one) => `<span class="badge">${esc(writtenPrice(options, one.price))}</span>`],
    ];
  const price: Column[] =
    options.columns === 'withoutPrice' ? [] : [['Harga', (one) => esc(writtenPrice(options, one.price))]];
  const stock: Column[] = options.stock === 'none' ? [] : [['Stok', (one) => esc(one.stock)]];
  return [
    ...photo,
    name,
    ...price,
    ...stock,
    ['Kategori', (one) => esc(one.category)],
    ['Penjual', (one) => esc(one.seller)],
  ];
}

interface Shown {
  alert?: string;
  /** What a refused save had in it, and of which product. */
  typed?: Sent | null;
  product?: Product | null;
}

/** The list of all products, or one page of it; in the `modals` look the forms stand in it. */
export function productList(page: Page, table: ProductTable, { alert, typed = null, product }: Shown = {}): Answer {
  const { state, asked } = page;
  const { options } = table;
  const addresses = productAddresses(state.options, options);
  const at = Number(asked.url.searchParams.get('page')) || 1;
  const { perPage } = options;
  const all = table.products.toReversed();
  const shown = perPage === 0 ? all : all.slice((at - 1) * perPage, at * perPage);
  const columns = columnsOf(state, table);
  const isModal = options.look === 'modals';
  const fresh = isModal
    ? `<button type="button" data-opens="tambah">Tambah</button>${modal('tambah', productForm(page, table, null, product == null ? typed : null))}`
    : `<a href="${state.base}${addresses.form}">Tambah</a>`;
  const deeds = (one: Product) =>
    `${change(page, table, one, product?.id === one.id ? typed : null)} ${removal(page, table, one)}`;
  const rows = options.look === 'cards' ? cards(columns, shown, deeds) : tableOf(options, columns, shown, deeds);
  const title = options.kind === 'profiles' ? 'Data UMKM' : 'Data Produk';
  return adminPage(page, title, `<p>${fresh}</p>${rows}${pages(page, table, addresses.list, at)}`, alert ?? null);
}

function tableOf(
  options: ProductOptions,
  columns: Column[],
  shown: Product[],
  deeds: (one: Product) => string,
): string {
  // A header with a column less than the rows have was seen on a running site.
  const heads = columns
    .map(([head]) => head)
    .filter((head) => options.columns !== 'headerShort' || head !== 'Kategori');
  const head = ['No', ...heads, 'Aksi'].map((text) => `<th>${text}</th>`).join('');
  const row = (one: Product, index: number) =>
    `<tr><td>${index + 1}</td>${columns.map(([, cell]) => `<td>${cell(one)}</td>`).join('')}<td>${deeds(one)}</td></tr>`;
  return `<table id="example2"><thead><tr>${head}</tr></thead><tbody>${options.extraRows}${shown.map(row).join('\n')}</tbody><tfoot><tr>${head}</tr></tfoot></table>`;
}

const cards = (columns: Column[], shown: Product[], deeds: (one: Product) => string): string =>
  shown
    .map((one) => {
      const lines = columns.map(([head, cell]) =>
        head.startsWith('Nama')
          ? `<h3>${cell(one)}</h3>`
          : head === 'Foto'
            ? cell(one)
            : `<p>${head}: ${cell(one)}</p>`,
      );
      return `<div class="card">${lines.join('')}<p>${deeds(one)}</p></div>`;
    })
    .join('\n');

function change(page: Page, table: ProductTable, one: Product, typed: Sent | null): string {
  const { state } = page;
  if (table.options.look === 'modals')
    return `<button type="button" data-opens="ubah${one.id}">Ubah</button>${modal(`ubah${one.id}`, productForm(page, table, one, typed))}`;
  const { edit } = productAddresses(state.options, table.options);
  return `<a href="${state.base}${addressWith(edit, one.id)}" class="btn">Ubah</a>`;
}

function removal(page: Page, table: ProductTable, { id }: Product): string {
  const { remove } = productAddresses(page.state.options, table.options);
  const to = page.state.base + addressWith(remove, id);
  switch (table.options.remove) {
    case 'deleteGet':
      return `<a href="${to}" onclick="return confirm('Hapus?')">Hapus</a>`;
    case 'deletePost':
      return `<form method="post" action="${to}">${tokenField(page)}<button>Hapus</button></form>`;
    case 'deleteDead':
      return '<a href="#">Hapus</a>';
    default:
      return '';
  }
}

function pages({ state }: Page, { options, products }: ProductTable, list: string, at: number): string {
  const last = options.perPage === 0 ? 1 : Math.ceil(products.length / options.perPage);
  if (last === 1) return '';
  const link = (n: number) =>
    n === at ? `<li><span>${n}</span></li>` : `<li><a href="${state.base}${list}?page=${n}">${n}</a></li>`;
  const all = Array.from({ length: last }, (_, index) => link(index + 1)).join('');
  const next = at < last ? `<li><a rel="next" href="${state.base}${list}?page=${at + 1}">›</a></li>` : '';
  return `<ul class="pagination">${all}${next}</ul>`;
}

const modal = (id: string, form: string): string =>
  `<div class="modal" id="${id}" role="dialog" hidden>${form}<button type="button" data-closes>Batal</button></div>`;
