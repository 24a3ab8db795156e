import { describe, expect, it, test } from 'vitest';
import { productData, villageData } from '#marketplace/pages/structuredData.ts';
import { listing, shelf, viewOf } from './fixtures.ts';

/**
 * What Google asks of each type, read 2026-11-28 under developers.google.com/search/docs/appearance/structured-data/…
 * `must` is required, `may` recommended. A recommended member that is not there has its reason.
 */
const TABLE = {
  // …/merchant-listing#product-properties and …/product-snippet#product-properties
  Product: {
    must: ['name', 'image', 'offers'],
    may: ['brand', 'description', 'sku'],
    without: {
      gtin: 'what a village makes has none',
      aggregateRating: 'there are no stars: buyers of a village are too few',
      review: 'nobody writes reviews here',
    },
  },
  // …/merchant-listing#offer-properties and …/product-snippet#offer-properties
  Offer: {
    must: ['price', 'priceCurrency'],
    may: ['availability', 'itemCondition', 'url'],
    without: {
      shippingDetails: 'how goods are handed over is agreed with the village',
      hasMerchantReturnPolicy: 'the market sells nothing itself and takes nothing back',
      priceValidUntil: 'a price stands until the village changes it',
    },
  },
  // …/organization#structured-data-type-definitions: nothing is required
  Organization: {
    must: [],
    may: ['address', 'description', 'name', 'sameAs', 'url'],
    without: {
      logo: 'no village has given one',
      email: 'personal data: it stands on the village’s own site',
      telephone: 'personal data: a number is given only after a tap',
    },
  },
  // …/breadcrumb#breadcrumb-list and #list-item
  BreadcrumbList: { must: ['itemListElement'], may: [], without: {} },
  ListItem: { must: ['item', 'name', 'position'], may: [], without: {} },
} as const;
type Kind = keyof typeof TABLE;

/** Every object of a kind that the table knows, wherever it stands. */
function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== 'object' || value === null) return [];
  const one = value as Record<string, unknown>;
  const inner = Object.values(one).flatMap(objects);
  return String(one['@type']) in TABLE ? [one, ...inner] : inner;
}

const view = viewOf();
const village = { ...listing().village, photo: null, about: null, place: null };
const blocks = {
  product: productData(view, listing()),
  village: villageData(view, village),
};

describe.each(Object.entries(blocks))('%s', (_, data) => {
  it('has what is required of each type, and what is recommended or a reason why not', () => {
    for (const one of objects(data)) {
      // The seller of an offer is named only; all that is known of it stands on its own page.
      if (one['@type'] === 'Organization' && !('@context' in one)) continue;
      const { must, may, without } = TABLE[one['@type'] as Kind];
      for (const member of [...must, ...may]) expect(one, `${one['@type']}.${member}`).toHaveProperty([member]);
      for (const member of Object.keys(without)) expect(one).not.toHaveProperty([member]);
    }
  });
  it('is valid on its own: a context, addresses that are whole', () => {
    for (const block of data) expect(block).toHaveProperty(['@context'], 'https://schema.org');
    for (const { url } of objects(data)) if (url !== undefined) expect(url).toMatch(/^https:\/\/pasar\.example\//);
  });
});

test('a price is above zero in a currency of three letters, with an image and a word for availability each', () => {
  for (const one of shelf()) {
    const [product] = productData(view, one);
    const offer = objects(product).find((it) => it['@type'] === 'Offer');
    expect(Number(offer?.price)).toBeGreaterThan(0);
    expect(offer?.priceCurrency).toBe('IDR');
    expect(offer?.availability).toMatch(
      /^https:\/\/schema\.org\/(InStock|LimitedAvailability|OutOfStock|MadeToOrder)$/,
    );
  }
});

test('breadcrumbs count from one, and there are two at least', () => {
  for (const [, trail] of [blocks.product, blocks.village]) {
    const items = objects(trail).filter((it) => it['@type'] === 'ListItem');
    expect(items.length).toBeGreaterThanOrEqual(2);
    expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
  }
});

test('a village without a place or a site says neither', () => {
  const [bare] = villageData(view, { ...village, district: null, regency: null, siteUrl: null });
  expect(bare).not.toHaveProperty('sameAs');
  expect(bare).not.toHaveProperty('location');
  expect(objects(bare)[0]?.address).toEqual({ '@type': 'PostalAddress', addressCountry: 'ID' });
});

test('a village with a place and words of its own says both', () => {
  const [known] = villageData(view, { ...village, about: 'Desa gula kelapa.', place: { lat: -7.3, lng: 109.36 } });
  expect(known).toMatchObject({
    description: 'Desa gula kelapa.',
    location: { geo: { '@type': 'GeoCoordinates', latitude: -7.3, longitude: 109.36 } },
  });
});
