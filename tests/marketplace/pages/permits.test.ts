import { describe, expect, it } from 'vitest';
import { PERMIT_CHECKS, PERMIT_KINDS } from '#contract';
import { emptyForm } from '#marketplace/pages/inquiryForm.ts';
import { renderProduct } from '#marketplace/pages/Product.tsx';
import { id, listing, PERMITS, viewOf } from './fixtures.ts';
import { jsonLd, read, textOf } from './read.ts';

const page = (path: string, permits: object) => {
  const data = {
    listing: listing({ permits }),
    elsewhere: [],
    siblings: [],
    trust: { medianAnswer: null, sold: null },
  };
  return read(renderProduct(viewOf(path), data, { form: emptyForm(id(7)), issues: [] }));
};

describe.each([
  ['/', 'Nomor dari penjual', 'Berlaku sampai 31 Desember 2028'],
  ['/?lang=en', 'Numbers given by the seller', 'Valid until 31 December 2028'],
])('permits on the product page %s', (path, fromSeller, until) => {
  it('are numbers from the seller, each with what it is, until when, and where to check it', () => {
    const product = page(path, PERMITS);
    const text = textOf(product, '.permits');
    expect(text).toContain(fromSeller);
    expect(text).toContain(until);
    for (const number of ['2063303010123-28', 'MD 867012345678', 'ID33110000123450422', '1234567890123'])
      expect(text).toContain(number);
    const links = [...product.querySelectorAll('.permits a')].map((a) => a.getAttribute('href'));
    expect(links).toEqual(PERMIT_KINDS.map((kind) => PERMIT_CHECKS[kind]));
  });

  it('are vouched for by nobody: no word of being valid, no seal', () => {
    const permits = page(path, PERMITS).querySelector('.permits');
    expect(permits?.textContent).not.toMatch(/\bsah\b|asli|terjamin|terverifikasi|verified|genuine|approved/i);
    expect(permits?.querySelector('img, svg, .chip')).toBeNull();
  });

  it('take no room where there are none', () => {
    expect(page(path, {}).querySelector('.permits')).toBeNull();
    expect(page(path, { pirt: null }).querySelector('.permits')).toBeNull();
  });

  it('are told to search engines as properties and nothing more', () => {
    const [product] = jsonLd(page(path, { nib: PERMITS.nib }));
    expect(product?.additionalProperty).toEqual([{ '@type': 'PropertyValue', name: 'NIB', value: '1234567890123' }]);
    expect(jsonLd(page(path, {}))[0]).not.toHaveProperty('additionalProperty');
  });
});
