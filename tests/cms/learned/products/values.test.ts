// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits, shapeOfAll } from '#utils/cms/learned/products/links.ts';
import { firstPage, isPageOf } from '#utils/cms/learned/products/pages.ts';
import { priceOf } from '#utils/cms/learned/products/toProduct.ts';
import { guessWay } from '#utils/import/guessWay.ts';

const rupiah = fc.integer({ min: 100, max: 999_999_999 });
const grouped = (value: number, mark: string) => String(value).replace(/\B(?=(\d{3})+$)/g, mark);

describe('prices', () => {
  test('every way in which a site writes a sum is that sum', () => {
    fc.assert(
      fc.property(rupiah, (value) => {
        for (const text of [
          String(value),
          `Rp ${grouped(value, '.')}`,
          `Rp${grouped(value, '.')}`,
          `Rp. ${grouped(value, '.')},-`,
          `${grouped(value, '.')},00`,
        ])
          expect([text, priceOf(text).price]).toEqual([text, value]);
        const withCents = [`${value}.00`, `IDR ${grouped(value, ',')}.00`];
        if (value >= 1000) for (const text of withCents) expect([text, priceOf(text).price]).toEqual([text, value]);
      }),
    );
  });

  test('two sums, words, and what may mean two things are never one price; their words are kept', () => {
    fc.assert(
      fc.property(rupiah, rupiah, (one, other) => {
        for (const text of [
          `Rp ${grouped(one, '.')} - Rp ${grouped(other, '.')}`,
          `${one}/${other}`,
          `mulai ${grouped(one, '.')}`,
          `${one} sampai ${other}`,
        ])
          expect(priceOf(text)).toMatchObject({ price: null, words: text });
      }),
    );
    for (const text of ['1.5', '25', '100.00', 'hubungi penjual', 'Rp 12,5'])
      expect(priceOf(text)).toMatchObject({ price: null, words: text });
    for (const text of ['', '-', '0', 'Rp 0', '0,00']) expect(priceOf(text).price).toBeNull();
  });

  test('whatever stands there, a price is whole rupiah above nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { price } = priceOf(text);
        expect(price === null || (Number.isSafeInteger(price) && price > 0)).toBe(true);
      }),
    );
  });

  test('what a price is for is the unit', () => {
    expect(priceOf('Rp 25.000/kg')).toEqual({ price: 25_000, words: null, unit: 'kg' });
  });
});

test('of rows’ addresses one part is left open, and each row’s own fits it', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
  const around = fc.constantFrom(['/admin/produk/', '/edit'], ['/admin/edit_produk.php?id=', ''], ['/p/edit/', '?x=1']);
  fc.assert(
    fc.property(around, fc.uniqueArray(id, { minLength: 2, maxLength: 6 }), ([before = '', after = ''], ids) => {
      const paths = ids.map((one) => before + one + after);
      const shape = shapeOfAll(paths);
      expect(shape).toBe(`${before}{id}${after}`);
      expect(paths.every((path) => fits(path, shape ?? ''))).toBe(true);
      expect(fits(`${before}1${after}/hapus`, shape ?? '')).toBe(false);
    }),
  );
  expect(shapeOfAll(['/admin/produk/7/edit'])).toBe('/admin/produk/{id}/edit');
  expect(shapeOfAll(['/p/edit/1/satu', '/p/edit/2/dua'])).toBeNull();
});

test('pages of a list are the list but for a number', () => {
  expect(firstPage('/admin/produk?q=a&page=3')).toBe('/admin/produk?q=a');
  for (const path of ['/admin/produk?page=2', '/admin/produk/index/20', '/admin/produk/page/2'])
    expect([path, isPageOf(path, '/admin/produk')]).toEqual([path, true]);
  for (const path of [
    '/admin/produk/2',
    '/admin/produk?page=2&hapus=1',
    '/admin/berita?page=2',
    '/admin/produk',
    '/admin/produk?page=x',
  ])
    expect([path, isPageOf(path, '/admin/produk')]).toEqual([path, false]);
});

describe('columns', () => {
  const HEADS = ['Nama Produk', 'Harga', 'Stok', 'Kategori', 'Penjual', 'No HP', 'Satuan', 'Deskripsi'];
  const CELLS = ['Keripik', 'Rp 25.000', '3', 'Makanan', 'Bu Sari', '081234567890', 'bungkus', 'Gurih sekali'];
  const ROLES = ['name', 'price', 'stock', 'category', 'seller', 'phone', 'unit', 'description'];
  const look = { list: '/admin/produk', edit: null, fields: [] };

  test('in whatever order they stand, each is known by its header, and no role is given twice', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...HEADS.keys()], { minLength: 2 }), (order) => {
        const pick = (list: string[]) => order.map((at) => list[at] ?? '');
        const way = guessWay({ ...look, cells: order.length, heads: pick(HEADS), samples: [pick(CELLS)] });
        expect(way.columns).toEqual(order.map((of, at) => ({ role: ROLES[of], at })));
      }),
    );
  });

  test('rows that are counted are no stock, whatever stands above the count', () => {
    for (const heads of [
      ['No', 'Nama Paket', 'Harga'],
      ['#', 'Nama', 'Harga'],
      ['Nama Produk', 'Harga'],
    ])
      for (const first of [1, 16]) {
        const samples = [0, 1, 2].map((at) => [String(first + at), `Paket ${at}`, 'Rp35.000']);
        expect(guessWay({ ...look, cells: 3, heads, samples }).columns).toEqual([
          { role: 'name', at: 1 },
          { role: 'price', at: 2 },
        ]);
      }
  });

  test('an owner’s name makes no business of a product', () => {
    const of = (list: string, heads: string[]) =>
      guessWay({ ...look, list, cells: 2, heads, samples: [['Keripik Pisang', 'Bu Sari']] }).kind;
    expect(of('/produk', ['Nama Produk', 'Pemilik Produk'])).toBe('products');
    expect(of('/admin/umkm', ['Nama Produk / UMKM', 'Pemilik'])).toBe('products');
    expect(of('/admin/umkm', ['Nama', 'Pemilik'])).toBe('profiles');
    expect(of('/admin/data', ['Nama Usaha', 'Pemilik'])).toBe('profiles');
  });

  test('nonsense gives no role to two columns, and breaks nothing', () => {
    const cell = fc.oneof(fc.string(), fc.constant(true as const));
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 6 }),
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 4 }),
        (heads, samples) => {
          const { columns } = guessWay({ ...look, cells: 6, heads, samples });
          expect(new Set(columns.map(({ role }) => role)).size).toBe(columns.length);
        },
      ),
    );
  });
});
