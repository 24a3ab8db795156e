// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { amountIn, namesPrice } from '#utils/cms/learned/shop/amount.ts';
import { findPublic, readShop } from '#utils/cms/learned/shop/publicShop.ts';
import type { DriverContext } from '#utils/cms/types.ts';

const SITE = 'https://desa.example';
const LINK = 'https://pasar.example/p/abcdefghij000001';

function stranger(pages: Record<string, string>): DriverContext & { asked: string[] } {
  const asked: string[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(String(input));
    asked.push(`${init?.credentials} ${pathname}`);
    const body = pages[pathname];
    return new Response(body ?? '', {
      status: body === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html' },
    });
  };
  const page = { cms: 'assist' as const, siteUrl: SITE, version: null, siteName: null, openPost: null };
  return { page, document, fetch, asked };
}

const card = (href: string, name: string) => `<article><h3><a href="${href}">${name}</a></h3></article>`;
const wanted = {
  links: [LINK],
  names: ['Gula semut'],
  known: null,
  siteUrl: SITE,
  article: `${SITE}/berita/gula-semut`,
};
const look = async (context: DriverContext, over: Partial<typeof wanted> = {}) =>
  findPublic(context, await readShop(context, { siteUrl: SITE, shop: { page: '/potensi' } }), { ...wanted, ...over });

test('the listing’s article holds our link, too, and is not taken for the product', async () => {
  const pages = {
    '/potensi': card('/berita/gula-semut', 'Gula semut') + card('/produk/7', 'Gula semut'),
    '/berita/gula-semut': `<h1>Gula semut</h1><a href="${LINK}">Lihat</a>`,
  };
  expect(await look(stranger(pages))).toBeNull();
  const both = { ...pages, '/produk/7': `<h1>Gula semut</h1><p>Lihat, tanya, atau tawar: ${LINK}</p>` };
  expect(await look(stranger(both))).toMatchObject({ url: `${SITE}/produk/7` });
});

test('a link that only begins as ours is another product’s, and nothing that deletes or leads away is opened', async () => {
  const pages = {
    '/potensi':
      card('/produk/7', 'Gula semut') +
      card('/produk/hapus/7', 'Gula semut') +
      card('https://jahat.example/produk/8', 'Gula semut') +
      `<nav>${card('/logout', 'Keluar')}</nav>`,
    '/produk/7': `<h1>Gula semut</h1><p>${LINK}23</p>`,
  };
  const context = stranger(pages);
  expect(await look(context)).toBeNull();
  expect(context.asked).toEqual(['omit /potensi', 'omit /produk/7']);
});

test('of a page that shows each product whole, only the own card speaks of it', async () => {
  const one = (name: string, price: string, link: string) =>
    `<article class="card"><h2>${name}</h2><img src="/f/${name}.jpg"><p>${price}</p><p>${link}</p></article>`;
  const context = stranger({ '/potensi': one('Gula', 'Rp 25.500', LINK) + one('Kopi', 'Rp 40.000', '') });
  const seen = await look(context);
  expect(seen).toMatchObject({ names: ['Gula'], pictures: [`${SITE}/f/Gula.jpg`] });
  expect([25_500, 40_000].map((price) => namesPrice(seen?.text ?? '', price))).toEqual([true, false]);
});

test.each([
  ['25000', 25_000],
  ['Rp 25.000', 25_000],
  ['Rp25.000,-', 25_000],
  ['25.000,00', 25_000],
  ['25000.00', 25_000],
  ['1,250,000', 1_250_000],
  ['Rp 45.000 - Rp 120.000', null],
  ['25rb', null],
  ['25.00.0', null],
  ['', null],
])('a written price: %s', (text, amount) => {
  expect(amountIn(text)).toBe(amount);
});
