import { expect, test } from 'vitest';
import { CATEGORIES, type PublicListing } from '#contract';
import {
  CATALOGUE_END,
  CATALOGUES,
  type CatalogueName,
  catalogueHead,
  catalogueItem,
} from '#marketplace/pages/feeds/catalogue.ts';
import { hash, listing, shelf, viewOf } from './fixtures.ts';
import { readXml } from './read.ts';

const NAMES = Object.keys(CATALOGUES) as CatalogueName[];

const itemsOf = (name: CatalogueName, ...listings: PublicListing[]) => {
  const view = viewOf();
  const items = listings.map((one) => catalogueItem(name, view, one)).join('');
  return [...readXml(catalogueHead(view) + items + CATALOGUE_END).querySelectorAll('item')];
};
const said = (item: Element | undefined, member: string) =>
  [...(item?.getElementsByTagName(member) ?? [])].map((element) => element.textContent);
const photo = (width: number, height: number) => ({ hash: hash(1), width, height });

test.each([
  ['google', 'ada', 'in_stock'],
  ['google', 'terbatas', 'in_stock'],
  ['google', 'musiman', 'in_stock'],
  ['google', 'habis', 'out_of_stock'],
  ['meta', 'ada', 'in stock'],
  ['meta', 'terbatas', 'in stock'],
  ['meta', 'musiman', 'in stock'],
  ['meta', 'habis', 'out of stock'],
  ['meta', 'pesan', 'available for order'],
] as const)('%s: %s stands there as %s', (name, availability, word) => {
  const [item] = itemsOf(name, listing({ availability }));
  expect(said(item, 'g:availability')).toEqual([word]);
});

test('what is made to order stays out of Google, which takes no back-order without the day of dispatch', () => {
  expect(itemsOf('google', listing({ availability: 'pesan', stock: null }), listing())).toHaveLength(1);
});

test.each(NAMES)('%s: a product without a photo stays out', (name) => {
  expect(itemsOf(name, listing({ photos: [] }), listing())).toHaveLength(1);
});

test.each([
  ['google', photo(99, 800), photo(100, 100)],
  ['meta', photo(1280, 499), photo(500, 500)],
] as const)('%s: a photo that it would refuse for its size is left out', (name, small, large) => {
  expect(itemsOf(name, listing({ photos: [small] }))).toEqual([]);
  expect(itemsOf(name, listing({ photos: [small, large] }))).toHaveLength(1);
});

test('a price is whole rupiah with its currency, and the price of a pack can be compared', () => {
  const [item] = itemsOf('google', listing());
  expect(said(item, 'g:price')).toEqual(['25000 IDR']);
  expect(said(item, 'g:unit_pricing_measure')).toEqual(['250g']);
  expect(said(item, 'g:unit_pricing_base_measure')).toEqual(['100g']);
  expect(
    said(itemsOf('google', listing({ packSize: { amount: 1.5, measure: 'liter' } }))[0], 'g:unit_pricing_measure'),
  ).toEqual(['1.5l']);
  expect(
    said(itemsOf('google', listing({ packSize: { amount: 12, measure: 'biji' } }))[0], 'g:unit_pricing_measure'),
  ).toEqual([]);
});

test('a name in capital letters, which Meta refuses, is written as one says it', () => {
  const shouted = listing({ name: 'KERIPIK PISANG', description: 'ENAK SEKALI' });
  expect(said(itemsOf('meta', shouted)[0], 'title')).toEqual(['Keripik pisang']);
  expect(said(itemsOf('google', shouted)[0], 'title')).toEqual(['KERIPIK PISANG']);
});

test('every usual product fits the shape of every catalogue', () => {
  const goods = CATEGORIES.flatMap((category) => [...shelf(), listing()].map((one) => ({ ...one, category })));
  for (const name of NAMES) {
    const { shape, item } = CATALOGUES[name];
    for (const one of goods) {
      const members = item(viewOf(), one);
      if (members !== null) expect(shape.safeParse(members).error?.issues ?? []).toEqual([]);
    }
  }
  expect(itemsOf('meta', ...goods)).toHaveLength(goods.length);
});

test('hostile words are text, and the longest ones fit', () => {
  const hostile = listing({
    name: '</title><script>alert(1)</script>\u0000]]>',
    description: `${'&'.repeat(6000)}\u{1f36f}`,
    village: { ...listing().village, name: '<'.repeat(200) },
  });
  for (const name of NAMES) {
    const [item] = itemsOf(name, hostile);
    expect(item?.querySelector('script')).toBe(null);
    expect(said(item, 'title')[0]).toContain('<script>');
  }
});

test('neither holds a number, a floor or the producer', () => {
  for (const name of NAMES)
    for (const item of itemsOf(name, listing())) expect(item.outerHTML).not.toMatch(/Nira Lestari|0812|8123/);
});
