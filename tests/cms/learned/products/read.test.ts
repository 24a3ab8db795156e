// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { PRODUCT_AXES } from '#tests/cms/doubles/village/products/options.ts';
import { reading } from './reads.ts';

const KERIPIK = { name: 'Keripik Pisang', price: 25_000, stock: 12, unit: 'bungkus', category: 'Makanan' };

describe.each(['blade', 'ci3', 'plainphp', 'modal', 'json'] as const)('%s', (flavour) => {
  test.each(PRODUCT_AXES.look.flatMap((look) => PRODUCT_AXES.names.map((names) => [look, names] as const)))(
    '%s, names %s: everything is read, and nothing but GETs are sent',
    async (look, names) => {
      for (const price of PRODUCT_AXES.price) {
        const table = await reading({ flavour }, { look, names, price });
        const found = await table.whole();
        expect(found).toHaveLength(3);
        const keripik = found.find((one) => one?.name === 'Keripik Pisang');
        expect(keripik).toMatchObject({ ...KERIPIK, description: 'Keripik Pisang buatan warga.' });
        expect(keripik?.producer).toEqual({ name: 'Bu Sari', phone: '+628120000001' });
        expect(keripik?.imageUrls).toEqual([`${table.site.url}/uploads/produk-1.jpg`]);
        expect(table.asked().filter((one) => !one.startsWith('GET ') || one.includes('hapus'))).toEqual([]);
        expect(table.site.table().isForeignUntouched()).toBe(true);
      }
    },
  );
});

test('a list without a price is filled from the form', async () => {
  const table = await reading({}, { columns: 'withoutPrice' });
  expect((await table.read()).map(({ price }) => price)).toEqual([null, null, null]);
  expect((await table.whole()).map((one) => one?.price)).toEqual([150_000, 40_000, 25_000]);
});

test('a header that is a column short misleads nobody', async () => {
  const table = await reading({}, { columns: 'headerShort' });
  expect((await table.whole()).map((one) => [one?.name, one?.price])).toEqual([
    ['Tikar Pandan', 150_000],
    ['Kopi Bubuk', 40_000],
    ['Keripik Pisang', 25_000],
  ]);
});

test('a cell that holds a name and more is read by its first line, and the form tells the rest', async () => {
  const table = await reading({}, { columns: 'combined' });
  expect((await table.read()).map(({ name, producer }) => [name, producer?.name])).toEqual([
    ['Tikar Pandan', 'Bu Rini'],
    ['Kopi Bubuk', 'Pak Joko'],
    ['Keripik Pisang', 'Bu Sari'],
  ]);
  const [tikar] = await table.whole();
  expect(tikar).toMatchObject({
    name: 'Tikar Pandan',
    description: 'Tikar Pandan buatan warga.',
    producer: { name: 'Bu Rini', phone: '+628120000003' },
    imageUrls: [`${table.site.url}/uploads/produk-3.jpg`],
  });
});

test('a price in words is asked, and its words go along', async () => {
  const table = await reading({}, { priceWords: 'keptAsText' });
  table.site.table().add({ name: 'Batik', price: 'Rp 45.000 - Rp 120.000' });
  const [batik] = await table.whole();
  expect(batik).toMatchObject({ name: 'Batik', price: null, priceWords: 'Rp 45.000 - Rp 120.000' });
});

test('stock in words: sold out is none left, the rest is not counted', async () => {
  const table = await reading({}, { stock: 'words' });
  expect((await table.whole()).map((one) => one?.stock)).toEqual([0, null, null]);
});

test('the pages of a list are read one after the other', async () => {
  const table = await reading({}, { perPage: 2 });
  for (let at = 0; at < 5; at += 1) table.site.table().add({ name: `Produk ke-${at}`, price: '1000' });
  expect(await table.read()).toHaveLength(8);
});

test('businesses are told from products', async () => {
  const table = await reading({}, { kind: 'profiles' });
  const [one] = await table.whole();
  expect(one).toMatchObject({
    name: 'Usaha Tikar Pandan',
    isProfile: true,
    price: null,
    producer: { name: 'Bu Rini', phone: '+628120000003' },
  });
});

test('a site in a folder', async () => {
  const table = await reading({ public: 'subfolder' });
  expect((await table.whole()).map((one) => one?.form)).toEqual([
    '/admin/produk/3/edit',
    '/admin/produk/2/edit',
    '/admin/produk/1/edit',
  ]);
});

test('a list of another width than was shown is another list', async () => {
  const table = await reading();
  await expect(table.read({ cells: 3 })).rejects.toMatchObject({ code: 'form_changed' });
});

test('a session that ended is told', async () => {
  const table = await reading();
  const look = await table.look();
  expect(look).not.toBeNull();
  table.site.endSessions();
  await expect(table.look()).rejects.toMatchObject({ code: 'signed_out' });
});
