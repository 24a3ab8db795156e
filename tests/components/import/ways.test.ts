import { expect, test } from 'vitest';
import { takePeople } from '#components/import/takePeople.ts';
import { asAsked, placeOf, placesOf, rolesOf, withPlace } from '#components/import/ways.ts';
import { guessWay } from '#utils/import/guessWay.ts';

const LOOK = {
  list: '/admin/produk',
  cells: 3,
  heads: ['Foto', 'Nama Produk', 'Harga'],
  samples: [[true as const, 'Keripik', 'Rp 25.000']],
  edit: '/admin/produk/{id}/edit',
  fields: [
    { name: 'nama', label: 'Nama', value: 'Keripik', isPicture: false },
    { name: 'harga', label: '', value: '25000', isPicture: false },
  ],
};

test('every place is offered by what the site calls it', () => {
  expect(placesOf(LOOK).map(({ column, label, sample }) => [column, label, sample])).toEqual([
    [1, 'Foto', ''],
    [2, 'Nama Produk', 'Keripik'],
    [3, 'Harga', 'Rp 25.000'],
    [null, 'Nama', 'Keripik'],
    [null, 'harga', '25000'],
  ]);
});

test('a place that was corrected is where it was put, and what stood there before stands nowhere', () => {
  const way = guessWay(LOOK);
  expect(
    rolesOf('products')
      .map((role) => placeOf(way, role))
      .filter((key) => key !== ''),
  ).toEqual(['column 1', 'column 2', 'column 0']);
  const moved = withPlace(way, 'price', 'column 1');
  expect([placeOf(moved, 'price'), placeOf(moved, 'name')]).toEqual(['column 1', 'field nama']);
  const inForm = withPlace(way, 'price', 'field harga');
  expect(inForm.columns.some(({ role }) => role === 'price')).toBe(false);
  expect(placeOf(inForm, 'price')).toBe('field harga');
  expect(placeOf(withPlace(way, 'price', ''), 'price')).toBe('');
});

test('of a business nothing is asked but name, owner and number', () => {
  const way = asAsked({ ...guessWay(LOOK), kind: 'profiles' });
  expect([...way.columns, ...way.fields].map(({ role }) => role)).toEqual(['name', 'name']);
});

test('an owner goes into the list of makers, a number that only the form tells too', async () => {
  const line = {
    sourceId: '1',
    name: 'Warung',
    description: null,
    price: null,
    unit: null,
    category: null,
    imageUrls: [],
  };
  const put: unknown[] = [];
  const taken = await takePeople(
    [
      { ...line, producer: { name: 'Bu Sari', phone: '+628120000001' } },
      { ...line, producer: null, form: '/admin/umkm/2/edit' },
      { ...line, producer: null },
    ],
    'draft',
    {
      whole: async (one) => ({ ...one, producer: { name: '', phone: '+628120000002' } }),
      async put(_, makers) {
        put.push(...makers);
        return ['new', 'known', 'unreadable'];
      },
      at: () => undefined,
    },
  );
  expect(put).toEqual([
    { name: 'Bu Sari', phone: '+628120000001' },
    { name: 'Warung', phone: '+628120000002' },
    { name: 'Warung', phone: '' },
  ]);
  expect(taken.map(({ end }) => end)).toEqual(['new', 'known', 'unreadable']);
});
