// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCard, type CardInput, withImage } from '#utils/cms/card.ts';
import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import { badgeOf, countLinks, hasSameText, idIn, isLinkBack } from '#utils/cms/link.ts';

const LINK = 'https://pasar.example/p/abcdefgh12345678';
const CARD: CardInput = {
  hasHeading: true,
  locale: 'id',
  link: LINK,
  badge: badgeOf(LINK),
  name: 'Gula semut',
  village: 'Desa Dagan',
  description: 'Manis alami.\n\nDari nira kelapa.',
  price: 'Rp25.000/bungkus (250 g) = Rp10.000/ons',
  image: { width: 2560, height: 1280 },
};
const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;
/** What every CMS's filter lets through. */
const ALLOWED = new Set(['P', 'H3', 'IMG', 'STRONG', 'A', 'BR']);

test('a card begins with a plain paragraph, ends in the link, and says everything a buyer compares', () => {
  const body = parse(buildCard(CARD));
  expect([...body.children].map((child) => child.tagName)).toEqual(['P', 'H3', 'P', 'P', 'P', 'P', 'P']);
  expect(body.firstElementChild?.textContent).toBe('Manis alami.');
  expect(body.lastElementChild?.querySelector('a')?.getAttribute('href')).toBe(LINK);
  expect(body.textContent).toContain('Rp25.000/bungkus (250 g) = Rp10.000/ons');
  expect(body.querySelector('img')?.getAttribute('width')).toBe('1280');
});

test('whatever is written in a listing, the card is of the allowed elements, and the words are all there', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    fc.constantFrom(
      '<script>x()</script>',
      '</p><iframe>',
      '[gallery]',
      '{loadmodule a}',
      '" onerror="x',
      '&lt;b&gt;',
      '{{image}}',
    ),
  );
  fc.assert(
    fc.property(words, words, (typed, description) => {
      // As the contract lets a name through.
      const name = typed.replace(/\s+/g, ' ').trim();
      fc.pre(name !== '');
      const html = buildCard({ ...CARD, name, description });
      const body = parse(html);
      for (const element of body.querySelectorAll('*')) {
        expect(ALLOWED).toContain(element.tagName);
        expect(
          [...element.attributes].every(({ name }) => ['src', 'alt', 'width', 'height', 'href'].includes(name)),
        ).toBe(true);
      }
      expect(countLinks(html, LINK)).toBe(1);
      expect(body.querySelector('h3')?.textContent).toBe(name);
      // No character that a shortcode, a plugin tag or an old database would act on.
      expect(html.replaceAll('{{image}}', '')).not.toMatch(/[[\]{}]|[\u{10000}-\u{10ffff}]/u);
    }),
  );
});

test('a long description is not the excerpt; a missing one is replaced by a sentence', () => {
  const long = parse(buildCard({ ...CARD, description: 'x'.repeat(300) }));
  expect(long.firstElementChild?.textContent).toBe('Gula semut dari Desa Dagan.');
  expect(long.textContent).toContain('x'.repeat(300));
  const none = parse(buildCard({ ...CARD, description: '', village: null, locale: 'en' }));
  expect(none.firstElementChild?.textContent).toBe('Gula semut from our village.');
});

test('straight quotes do not reach the excerpt', () => {
  expect(parse(buildCard({ ...CARD, description: 'Kami sebut "semut".' })).textContent).toContain('“semut”');
});

test('without a picture its paragraph goes, with one the address is escaped', () => {
  const html = buildCard(CARD);
  expect(parse(withImage(html, null)).querySelectorAll('img')).toHaveLength(1);
  const filled = parse(withImage(html, 'https://a.example/"onerror="x.jpg?a&b=$&'));
  expect(filled.querySelector('img')?.getAttribute('src')).toBe('https://a.example/"onerror="x.jpg?a&b=$&');
  expect(filled.querySelector('[onerror]')).toBeNull();
});

test('our post is known by one link and the badge; a copied link or an inserted card is not it', () => {
  const html = buildCard(CARD);
  expect(isLinkBack(html, LINK)).toBe(true);
  expect(isLinkBack(html, LINK.slice(0, -1))).toBe(false);
  expect(isLinkBack(`<p><a href="${LINK}">x</a></p>`, LINK)).toBe(false);
  expect(isLinkBack(`${html}<p><a href="${LINK}">lagi</a></p>`, LINK)).toBe(false);
  expect(isLinkBack(buildCard({ ...CARD, link: `${LINK}#kartu` }), LINK)).toBe(false);
  expect(idIn(LINK)).toBe('abcdefgh12345678');
});

test('a mark changes with a word, not with how line breaks are sent', () => {
  expect(fingerprintOf('a', 'b\nc')).toBe(fingerprintOf('a', '\r\nb\r\nc\r\n'));
  expect(fingerprintOf('a', 'b')).not.toBe(fingerprintOf('a', 'c'));
  expect(fingerprintOf('ab', 'c')).not.toBe(fingerprintOf('a', 'bc'));
});

test('two texts read alike whatever is around the words', () => {
  expect(hasSameText('<p>Gula &amp; kopi</p>\n<p>x</p>', '<div>Gula & kopi<br>x</div>')).toBe(true);
  expect(hasSameText('<p>Gula</p>', '<p>Kopi</p>')).toBe(false);
});
