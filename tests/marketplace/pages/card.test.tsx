import type { ComponentChild } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ListingCard } from '#components/ListingCard.tsx';
import { ProductPreview } from '#components/listing/ProductPreview.tsx';
import type { CardView, ProductView } from '#components/listing/view.ts';
import { LOCALES, type PublicListing } from '#contract';
import type { PageMember } from '#contract/stations.ts';
import { cardView, productView } from '#marketplace/pages/cards.ts';
import { openDom } from '#tests/support/dom.ts';
import { mount } from '#tests/support/mount.ts';
import { hash, listing, shelf, viewOf } from './fixtures.ts';
import { read } from './read.ts';

const view = viewOf();

/** The card of a draft of which nothing is filled in yet. */
const draft: CardView = { ...cardView(view, listing()), name: '', price: null, photo: null, href: null, place: null };

/** Drawn by Preact into a document, as the panel does it. */
function drawn(node: ComponentChild): string {
  const before = globalThis.document;
  globalThis.document = openDom().window.document;
  try {
    const { root, close } = mount(node);
    const { innerHTML } = root;
    close();
    return innerHTML;
  } finally {
    globalThis.document = before;
  }
}

it('say when a product was last checked where that is long ago, unless it is sold out', () => {
  const old = listing({ lastChecked: '2026-08-25T18:00:00.000Z', stock: null });
  const text = (of: PublicListing) =>
    [
      render(<ListingCard card={cardView(view, of)} locale="id" />),
      render(<ProductPreview product={productView(of)} locale="id" />),
    ].map((html) => read(html).body.textContent ?? '');
  for (const shown of text(old)) expect(shown).toContain('Terakhir dicek 26 Agustus 2026');
  for (const shown of [...text(listing()), ...text({ ...old, availability: 'habis' })])
    expect(shown).not.toContain('Terakhir dicek');
});

describe.each(LOCALES)('the shared views in %s', (locale) => {
  const product: ProductView = productView(listing());

  it('look in the panel exactly as buyers will see them', () => {
    const views = [
      ...[listing(), ...shelf()].map((it) => <ListingCard key={it.id} card={cardView(view, it)} locale={locale} />),
      <ListingCard key="draft" card={draft} locale={locale} />,
      <ProductPreview key="product" product={product} locale={locale} />,
    ];
    for (const node of views) expect(drawn(node)).toBe(read(render(node)).body.innerHTML);
  });

  it('stand for a draft that has nothing yet', () => {
    const card = read(render(<ListingCard card={draft} locale={locale} />));
    expect(card.querySelector('.listing-name')?.textContent).toMatch(/\w/);
    expect(card.querySelector('.price-none')?.textContent).toMatch(/\w/);
    expect(card.querySelectorAll('a, img').length).toBe(0);
    const blank = { ...product, ...draft, photos: [], description: '', terms: '', producerName: '' };
    const page = read(render(<ProductPreview product={blank} locale={locale} />));
    expect(page.querySelectorAll('a, img, .prose').length).toBe(0);
  });
});

/** One more value for each member that buyers are shown. */
const OTHERWISE: { [Member in PageMember]: NonNullable<PublicListing[Member]> } = {
  name: 'Gula cetak',
  price: 24_000,
  unit: 'kg',
  unitWord: 'renteng',
  packSize: { amount: 500, measure: 'gram' },
  availability: 'musiman',
  stock: 7,
  description: 'Dari nira aren.',
  photos: [{ hash: hash(77), width: 640, height: 640 }],
  producerName: 'Bu Karti',
  flagship: false,
  terms: 'Diantar.',
  exchange: { nearby: true },
  permits: { nib: { number: '1234567890123', until: null } },
};

it.each(Object.entries(OTHERWISE))(
  'what a village says is seen by buyers, and in the form’s preview: %s',
  (member, value) => {
    const seen = (changes: object) =>
      render(<ProductPreview product={productView({ ...listing(), ...changes })} locale="id" />);
    expect(seen({ [member]: value })).not.toBe(seen({}));
  },
);

it('a card says sold out, limited or seasonal in words; an ordinary one says nothing', () => {
  const chip = (card: CardView) =>
    read(render(<ListingCard card={card} locale="id" />)).querySelector('.chip')?.textContent;
  const of = (changes: Partial<CardView>) => chip({ ...cardView(view, listing()), ...changes });
  expect(of({})).toBe(undefined);
  expect(of({ stock: 0 })).toBe('Habis');
  expect(of({ availability: 'terbatas', stock: 6 })).toBe('Terbatas');
  expect(of({ availability: 'musiman' })).toBe('Musiman');
});

it('a phone fetches small pictures: nothing above 640 px before a tap', () => {
  const card = read(render(<ListingCard card={cardView(view, listing())} locale="id" />));
  const sources = [...card.querySelectorAll('img, source')].map(
    (e) => `${e.getAttribute('src')} ${e.getAttribute('srcset')}`,
  );
  expect(sources.join(' ')).toContain('320w');
  expect(sources.join(' ')).not.toContain('1280');
});
