// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { TABLE_ROWS_MAX } from '#contract';
import { readWhole } from '#utils/cms/learned/products/read.ts';
import { listedOn, mayHoldProducts } from '#utils/cms/learned/products/rows.ts';
import { reading } from './reads.ts';

/** A row as a hostile page has it: the deed stands in its last cell. */
const row = (name: string, deed: string) =>
  `<tr><td>0</td><td></td><td>${name}</td><td>Rp 1.000</td><td>1</td><td>Makanan</td><td>Bu Sari</td><td>${deed}</td></tr>`;

test.each([
  ['a link to another origin', '<a href="https://jahat.example/admin/produk/1/edit">Ubah</a>'],
  ['a link to another port', '<a href="http://127.0.0.1:9/admin/produk/1/edit">Ubah</a>'],
  ['a script', '<a href="javascript:hapus(1)/edit">Ubah</a>'],
  ['a link that deletes and is called "Ubah"', '<a href="/admin/produk/1/hapus">Ubah</a>'],
  ['the same, written otherwise', '<a href="/admin/produk/edit/../1/%68apus">Edit</a>'],
  ['the same in the question', '<a href="/admin/produk/edit?aksi=delete&id=1">Edit</a>'],
  ['a link that says "Hapus"', '<a href="/admin/produk/form/1">Hapus</a>'],
  ['a link that asks first', `<a href="/admin/produk/1/edit" onclick="return confirm('Hapus?')">Ubah</a>`],
  ['a status link', '<a href="/admin/produk/edit_status/1">Ubah</a>'],
  ['a link that a script sends as DELETE', '<a href="/admin/produk/1/edit" data-method="delete">Ubah</a>'],
  ['an address that does not say what it is', '<a href="/admin/x/1">Edit</a>'],
  ['the way out', '<a href="/keluar?edit=1">Ubah</a>'],
])('%s is never opened', async (_, deed) => {
  const table = await reading({}, { extraRows: row('Jebakan', deed) });
  const found = await table.whole();
  expect(found.find((one) => one?.name === 'Jebakan')).toMatchObject({ price: 1000, sourceId: 'nama:jebakan' });
  expect(table.asked().filter((one) => !/^GET \/admin\/produk(?:\/\d\/edit)?$/.test(one))).toEqual([]);
  expect(table.site.table().products).toHaveLength(3);
});

test('a form that is another product’s is not taken for the row’s', async () => {
  const table = await reading({}, { extraRows: row('Jebakan', '<a href="/admin/produk/2/edit">Ubah</a>') });
  const found = await table.read();
  expect(found.map(({ name, form }) => [name, form])).toEqual([
    ['Jebakan', undefined],
    ['Tikar Pandan', '/admin/produk/3/edit'],
    ['Kopi Bubuk', undefined],
    ['Keripik Pisang', '/admin/produk/1/edit'],
  ]);
  const lying = await reading({}, { extraRows: row('Jebakan', '<a href="/admin/produk/edit/2">Ubah</a>') });
  lying.site.table().add({ name: 'Lain', price: '7' });
  const [trap] = await lying.whole();
  expect(trap).toMatchObject({ name: 'Jebakan', price: 1000, description: null });
});

test('an address that the recipe does not name is not opened for whoever asks', async () => {
  const table = await reading();
  const [product] = await table.read();
  const look = await table.look();
  const way = {
    kind: 'products' as const,
    list: '/admin/produk',
    cells: 8,
    columns: [],
    fields: [],
    edit: look?.edit ?? '',
  };
  for (const form of ['/admin/produk/1/hapus', '/keluar', '/admin/produk', '//jahat.example/1/edit'])
    await expect(readWhole(table.context, way, { ...(product ?? ({} as never)), form })).rejects.toMatchObject({
      code: 'not_reached',
    });
  expect(table.site.table().products).toHaveLength(3);
});

test('thousands of rows: the first few hundred, in good time', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) =>
    row(`Barang ${at}`, `<a href="/admin/produk/${at}/edit">Ubah</a>`),
  );
  const table = await reading({}, { extraRows: rows.join('') });
  const found = await table.read();
  expect(found).toHaveLength(TABLE_ROWS_MAX);
  // The list for the person and for the products, and three forms of which none holds a row's name.
  expect(table.asked().length).toBeLessThan(6);
});

test('a list that answers every page number with the same rows has an end', async () => {
  const endless = Array.from({ length: 60 }, (_, at) => `<a href="/admin/produk?page=${at}">${at}</a>`).join('');
  const table = await reading({}, { extraRows: `</tbody></table><nav>${endless}</nav><table><tbody>` });
  await table.read();
  expect(table.asked().length).toBeLessThan(30);
});

test('HTML in a name stays words, and a number in it goes nowhere by itself', async () => {
  const table = await reading();
  table.site
    .table()
    .add({ name: '<img src=x onerror=alert(1)> Madu 081234567890', price: '90000', seller: 'Pak <b>Jo</b>' });
  const [madu] = await table.whole();
  expect(madu).toMatchObject({ name: '<img src=x onerror=alert(1)> Madu 081234567890', price: 90_000 });
  expect(madu?.imageUrls).toEqual([]);
  expect(madu?.producer).toEqual({ name: 'Pak <b>Jo</b>', phone: null });
});

test('pictures of other hosts are left out', async () => {
  const table = await reading(
    {},
    { extraRows: row('Jebakan', '').replace('<td></td>', '<td><img src="https://jahat.example/a.jpg"></td>') },
  );
  expect((await table.read())[0]).toMatchObject({ name: 'Jebakan', imageUrls: [] });
});

test('a page with no list, and one that acted when it was opened, are looked at no further', async () => {
  const table = await reading();
  const { lookAtTable } = await import('#utils/cms/learned/products/look.ts');
  const at = (path: string) => lookAtTable(table.context, new URL(table.site.url + path));
  expect(await at('/admin/produk/2/hapus')).toBeNull();
  expect(table.site.table().products).toHaveLength(3);
  expect(await at('/admin/produk/create')).toBeNull();
  // Articles have no price and no stock.
  expect(await at(table.site.admin.list)).toBeNull();
});

test('the cards of which every page is made are no products', () => {
  const card = (title: string, body: string) => `<div class="card"><h3>${title}</h3>${body}</div>`;
  const form = '<form method="post"><input name="judul" value=""><textarea name="isi"></textarea></form>';
  const html = `${card('Tambah Berita', form)}${card('Pengunjung', '<p>Hari ini: 12</p>')}<li><h4>Beranda</h4></li>`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  expect(listedOn(document, new URL('https://desa.example/news/create'), 'https://desa.example')).toBeNull();
});

test('a list of residents is not looked at further: no form of theirs is opened', async () => {
  const row = '<tr><td>1</td><td>Bu Sari</td><td>3501</td><td><a href="/admin/penduduk/1/edit">Ubah</a></td></tr>';
  const heads = '<tr><th>No</th><th>Nama</th><th>NIK</th><th>Aksi</th></tr>';
  const document = new DOMParser().parseFromString(`<table><thead>${heads}</thead>${row}</table>`, 'text/html');
  const listed = listedOn(document, new URL('https://desa.example/admin/penduduk'), 'https://desa.example');
  expect(listed?.rows).toHaveLength(1);
  expect(listed && mayHoldProducts(listed)).toBe(false);
});
