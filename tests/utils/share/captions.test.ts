import { describe, expect, it, test } from 'vitest';
import type { ShareFacts } from '#utils/model/share.ts';
import { CAPTION_LOCALES, captionOf, NETWORKS } from '#utils/share/captions.ts';

const facts: ShareFacts = {
  name: 'Gula semut',
  price: 25_000,
  unit: 'bungkus',
  unitWord: null,
  packSize: { amount: 250, measure: 'gram' },
  isSoldOut: false,
  village: 'Desa Dagan',
  url: 'https://pasar.example/p/0000000000000001',
  posterUrl: 'https://pasar.example/p/gula-semut-0000000000000001/poster.pdf',
  photo: null,
};

describe.each(CAPTION_LOCALES)('captions in %s', (locale) => {
  it.each(NETWORKS)('for %s name the product, its price, the village and the address', (network) => {
    const text = captionOf(network, facts, locale);
    for (const part of ['Gula semut', locale === 'id' ? 'Rp25.000' : 'Rp25,000', 'Desa Dagan', facts.url])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\$\d/);
  });
  it.each(NETWORKS)('for %s name no price of what is sold out, and still the address', (network) => {
    const text = captionOf(network, { ...facts, isSoldOut: true }, locale);
    expect(text).not.toContain('Rp');
    expect(text).toContain(facts.url);
  });
  it.each(NETWORKS)('for %s hold no phone number, whoever wrote one into a name', (network) => {
    const named = { ...facts, name: 'Madu WA 0812-3456-7890', village: 'Desa 081234567890' };
    expect(captionOf(network, named, locale).replaceAll(facts.url, '')).not.toMatch(/\d{4}[ -]?\d{4}/);
  });
});

test('a village is a hashtag by its letters', () => {
  expect(captionOf('instagram', facts, 'id')).toContain('#desadagan');
  expect(captionOf('instagram', { ...facts, village: '- . -' }, 'id')).toMatch(/#umkmdesa$/);
});

test('a name with blanks of our own is only a name', () => {
  expect(captionOf('whatsapp', { ...facts, name: 'Kopi $4 $1' }, 'id')).toContain('*Kopi $4 $1*');
});
