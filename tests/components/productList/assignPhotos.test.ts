import { expect, it } from 'vitest';
import { assignPhotos } from '#components/productList/assignPhotos.ts';

const rows = [
  { id: 'a', name: 'Gula semut', photos: 0 },
  { id: 'b', name: 'Madu hutan', photos: 0 },
  { id: 'c', name: 'Kopi', photos: 1 },
];

it('puts a photo where its file is named after the product, and the others in order where there is none', () => {
  expect(assignPhotos(rows, ['IMG-20261126-WA0004.jpg', 'gula-semut 1.jpg', 'kopi.png'])).toEqual(['b', 'a', 'c']);
});

it('leaves over what no product is left for, instead of putting it to a product that has its photo', () => {
  expect(assignPhotos(rows, ['1.jpg', '2.jpg', '3.jpg'])).toEqual(['a', 'b', null]);
});
