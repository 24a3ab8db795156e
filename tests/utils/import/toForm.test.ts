import { describe, expect, test } from 'vitest';
import { formFromProduct } from '#utils/import/toForm.ts';
import { toListingInput } from '#utils/listing/form.ts';
import type { ShopProduct } from '#utils/model/cms.ts';

const DEFAULTS = { producerName: 'Bu Siti', producerPhone: '081234567890', terms: 'COD', category: '', unit: 'kg' };

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
    ['kantong ajaib', '', ''],
  ])('the free words "%s" become the unit %s', (words, unit, packAmount) => {
    expect(formFromProduct(product({ unit: words }), DEFAULTS)).toMatchObject({ unit, packAmount });
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
