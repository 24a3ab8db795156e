import type { Answer } from '#tests/cms/doubles/village/http.ts';
import { html } from '#tests/cms/doubles/village/public.ts';
import type { VillageState } from '#tests/cms/doubles/village/state.ts';
import { esc } from '#tests/cms/doubles/village/words.ts';
import { productAddresses, productPath } from './addresses.ts';
import { writtenPrice } from './list.ts';
import type { Product, ProductTable } from './table.ts';

/** A page of the public shop; null when the path is none of these. */
export function publicShop(state: VillageState, table: ProductTable, path: string): Answer | null {
  const { options } = table;
  const { shop } = productAddresses(state.options, options);
  if (path !== shop && !path.startsWith(`${shop}/`)) return null;
  const shown = table.products.filter(({ isShown }) => isShown);
  const address = (product: Product) => productPath(options, shop, product);
  const title = options.kind === 'profiles' ? 'UMKM Desa' : 'Produk Desa';
  if (path === shop) {
    // number_format() takes numbers only: one price in words, and nobody sees the shop any more.
    if (options.priceWords === 'breaksShop' && shown.some(({ price }) => !/^\d*$/.test(price))) return broken;
    const items = shown.toReversed().map((one) => card(state, table, one, address(one)));
    return html(state, title, `<h1>${title}</h1>${items.join('\n')}`);
  }
  const product = shown.find((one) => address(one) === path);
  if (product === undefined) return html(state, '404', '<h1>404</h1>', 404);
  if (options.priceWords === 'breaksShop' && !/^\d*$/.test(product.price)) return broken;
  return html(state, product.name, whole(state, table, product));
}

const broken: Answer = { status: 500, body: '<h1>Whoops!</h1><p>We seem to have hit a snag.</p>' };

function card(state: VillageState, table: ProductTable, product: Product, address: string | null): string {
  if (address === null) return whole(state, table, product);
  return `<article class="card"><h3><a href="${state.base}${address}">${esc(product.name)}</a></h3>${facts(table, product)}</article>`;
}

/** A description is shown as words, its addresses as links. */
function whole({ base }: VillageState, table: ProductTable, product: Product): string {
  const image = product.picture === null ? '' : `<img src="${base}${product.picture}" alt="" width="320">`;
  const words = esc(product.description)
    .replace(/https?:\/\/[^\s<&]+/g, (address) => `<a href="${address}">${address}</a>`)
    .replaceAll('\n', '<br>');
  const contact = `<p>${esc(product.seller)} <a href="https://wa.me/${esc(product.phone)}">Hubungi</a></p>`;
  return `<article class="card"><h2>${esc(product.name)}</h2>${image}${facts(table, product)}<div>${words}</div>${contact}</article>`;
}

function facts({ options }: ProductTable, { price, stock }: Product): string {
  if (options.kind === 'profiles') return '';
  return `<p>${esc(writtenPrice({ ...options, price: 'rupiah' }, price))}</p>${stock === '' ? '' : `<p>Stok: ${esc(stock)}</p>`}`;
}
