import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#contract';
import { renderGroup } from '#marketplace/pages/group/GroupPage.tsx';
import { emptyForm } from '#marketplace/pages/inquiryForm.ts';
import { everyGroup } from './everyGroup.ts';
import { hash, id, listing, viewOf } from './fixtures.ts';
import { read } from './read.ts';

const pages = Object.entries(everyGroup());

describe.each(pages)('page %s', (_, draw) => {
  const page = read(draw(viewOf('/')));
  it('has one heading of the first rank, names every field, and has ids that are its own', () => {
    expect(page.querySelectorAll('h1').length).toBe(1);
    for (const field of page.querySelectorAll('input:not([type=hidden]), textarea')) {
      const isNamed =
        field.closest('label') || field.getAttribute('aria-label') || page.querySelector(`label[for="${field.id}"]`);
      expect(isNamed, field.outerHTML).toBeTruthy();
    }
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const link of page.querySelectorAll('a[href^="#"]'))
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });
  it('needs no script and nothing from elsewhere', () => {
    expect(page.querySelectorAll('script:not([type="application/ld+json"]), [style], iframe').length).toBe(0);
    const sources = [...page.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
    expect(sources.filter((src) => !src.startsWith('/'))).toEqual([]);
  });
  it('takes hostile texts for texts', () => {
    const shape = (of: Document) =>
      [...of.querySelectorAll('script, style, iframe, form, svg, [onload], [onerror]')].map((e) => e.tagName);
    const attack = fc.constantFrom(
      '</script><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '\u202e\u0000&lt;',
    );
    fc.assert(
      fc.property(attack, attack, (name, place) => {
        const bad = listing({
          name,
          description: place,
          terms: place,
          village: { ...listing().village, name, district: place },
        });
        for (const [which, drawn] of Object.entries(everyGroup(bad))) {
          expect(shape(read(drawn(viewOf()))), which).toEqual(shape(read(everyGroup()[which]?.(viewOf()) ?? '')));
        }
      }),
      { numRuns: 9 },
    );
  });
});

it.each(LOCALES)('thirty villages stay within 14 kB compressed, HTML and CSS together (%s)', (locale) => {
  const offers = Array.from({ length: 30 }, (_, n) => {
    const own = id(4000 + n * 7919);
    const village = { ...listing().village, id: id(9000 + n), name: `Desa Karang${n % 7} ${n}` };
    const photos = [{ hash: hash(3 ** n), width: 1280, height: 960 }];
    const one = listing({
      id: own,
      slug: `gula-semut-asli-${own}`,
      name: `Gula semut ${n}`,
      price: 20_000 + n * 137,
      photos,
      village,
    });
    return { listing: one, compared: one.price * 4 };
  });
  const group = {
    slug: 'gula-semut',
    label: 'gula semut',
    offers,
    hasMore: true,
    read: 200,
    prices: { per: 'kg' as const, lowest: 1, median: 2, villages: 30 },
  };
  const places = new Map(
    offers.map(({ listing: { village } }, n) => [
      village.id,
      { slug: `karang-${n}`, district: `Bobot${n}`, regency: 'Purbalingga' },
    ]),
  );
  const html = renderGroup(viewOf(`/?lang=${locale}`, LOCALES), {
    ...{ group, shown: offers, next: id(1), after: null, places, issues: [], part: null },
    form: { ...emptyForm(id(7)), chosen: [], unit: '' },
  });
  expect(gzipSync(html, { level: 6 }).length).toBeLessThanOrEqual(14_000);
});
