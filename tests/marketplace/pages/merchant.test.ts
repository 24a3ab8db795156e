import { expect, test } from 'vitest';
import { MERCHANT_END, merchantHead, merchantItem } from '#marketplace/pages/feeds/merchant.ts';
import { listing, viewOf } from './fixtures.ts';
import { readXml } from './read.ts';

const itemsOf = (...listings: ReturnType<typeof listing>[]) => {
  const view = viewOf();
  const feed = merchantHead(view) + listings.map((one) => merchantItem(view, one)).join('') + MERCHANT_END;
  return [...readXml(feed).querySelectorAll('item')];
};

test.each([
  ['ada', 'in_stock'],
  ['terbatas', 'in_stock'],
  ['musiman', 'in_stock'],
  ['habis', 'out_of_stock'],
] as const)('%s stands in the feed as %s', (availability, said) => {
  const [item] = itemsOf(listing({ availability }));
  expect(item?.getElementsByTagName('g:availability')[0]?.textContent).toBe(said);
});

test('what is made to order stays out, because Google takes no back-order without the day on which it is sent', () => {
  expect(itemsOf(listing({ availability: 'pesan', stock: null }), listing())).toHaveLength(1);
});

test('a product without a photo stays out, because Google takes none', () => {
  expect(itemsOf(listing({ photos: [] }), listing())).toHaveLength(1);
});
