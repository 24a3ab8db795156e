import { describe, expect, test } from 'vitest';
import { formFromProduct as formOf } from '#utils/import/toForm.ts';
import { toListingInput } from '#utils/listing/form.ts';
import type { ShopProduct } from '#utils/model/cms.ts';

const DEFAULTS = { producerName: 'Bu Siti', producerPhone: '081234567890', terms: 'COD', category: '', unit: 'kg' };

const formFromProduct = (product: ShopProduct, defaults: typeof DEFAULTS) =>
  formOf(product, defaults, (words) => `Dijual per ${words}.`);

const product = (over: Partial<ShopProduct> = {}): ShopProduct => ({
  sourceId: '1',
  name: 'Gula Semut',
  description: 'Dari nira kelapa.',
  price: 25_000,
  unit: 'bungkus',
  category: 'Makanan',
  producer: { name: 'Pak Karto', phone: '081298765432' },
  imageUrls: [],
  ...over,
});

describe('a product of the shop as a form', () => {
  test('needs only the consent and a photo to be published', () => {
    const form = formFromProduct(product(), DEFAULTS);
    expect(form.consent).toBe(false);
    const hash = 'a'.repeat(64);
    const around = { rev: 1, siteUrl: 'https://dagan.desa.id', state: 'live' as const };
    const read = toListingInput({ ...form, consent: true }, [{ hash }], around);
    expect(read).toMatchObject({
      input: { name: 'Gula Semut', price: 25_000, unit: 'bungkus', category: 'makanan', terms: 'COD' },
    });
    expect(read).toMatchObject({ input: { producer: { name: 'Pak Karto', phone: '+6281298765432' } } });
  });

  test.each([
    ['bungkus', 'bungkus', ''],
    ['Bks', 'bungkus', ''],
    ['bks 250 gr', 'bungkus', '250'],
    ['per botol 0,5 liter', 'botol', '0,5'],
    ['Kg', 'kg', ''],
    ['1 kg', 'kg', ''],
    ['buah', 'biji', ''],
  ])('the free words "%s" become the unit %s, and nothing is left to say', (words, unit, packAmount) => {
    const form = formFromProduct(product({ unit: words }), DEFAULTS);
    expect(form).toMatchObject({ unit, packAmount, description: 'Dari nira kelapa.' });
  });

  test.each([
    ['kantong ajaib', ''],
    ['lembar 2x1 m', ''],
    ['bks besar', ''],
    ['250 gr', ''],
  ])('of "%s" the form cannot say all: the words stand in the story, and no unit is chosen', (words, unit) => {
    const form = formFromProduct(product({ unit: words }), DEFAULTS);
    expect(form).toMatchObject({ unit, description: `Dari nira kelapa.\n\nDijual per ${words}.` });
  });

  test.each([
    ['lembar', 'biji', 'lembar'],
    ['Ekor', 'biji', 'ekor'],
    ['sachet', 'bungkus', 'sachet'],
    ['tenong', 'biji', 'tenong'],
  ])('a unit that the list has not stays the shop’s own: %s', (words, unit, unitWord) => {
    const form = formFromProduct(product({ unit: words }), DEFAULTS);
    expect(form).toMatchObject({ unit, unitWord, description: 'Dari nira kelapa.' });
  });

  test('what the shop does not know stays as the village always writes it', () => {
    const bare = product({ price: null, unit: null, category: null, description: null, producer: null, name: 'Xyz' });
    expect(formFromProduct(bare, { ...DEFAULTS, category: 'jasa' })).toMatchObject({
      ...{ price: '', unit: 'kg', category: 'jasa', description: '' },
      ...{ producerName: 'Bu Siti', producerPhone: '081234567890' },
    });
  });

  test('a seller without a number is not given the village’s own', () => {
    const form = formFromProduct(product({ producer: { name: 'Pak Karto', phone: null } }), DEFAULTS);
    expect(form).toMatchObject({ producerName: 'Pak Karto', producerPhone: '' });
  });

  test('the name tells the category before the shop’s own word for it does', () => {
    expect(formFromProduct(product({ name: 'Batik tulis', category: 'Makanan' }), DEFAULTS).category).toBe('batik');
  });
});
