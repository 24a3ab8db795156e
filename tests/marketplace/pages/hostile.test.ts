import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomFeed } from '#marketplace/pages/feeds/atom.ts';
import { CATALOGUE_END, catalogueHead, catalogueItem } from '#marketplace/pages/feeds/catalogue.ts';
import { xmlText } from '#marketplace/pages/feeds/xml.ts';
import type { InquiryForm } from '#marketplace/pages/inquiryForm.ts';
import { renderProduct } from '#marketplace/pages/Product.tsx';
import { everyPage } from './everyPage.ts';
import { id, listing, shelf, viewOf } from './fixtures.ts';
import { jsonLd, read, readXml } from './read.ts';

const ATTACKS = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</style><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '<!--<script>',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  ']]><script>alert(1)</script>',
  '\u2028\u2029 & &amp; &#x3c;script&#x3e;',
];
const attack = fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'grapheme', maxLength: 60 }));

/** A listing whose every text is hostile; addresses stay what the contract allows. */
const hostile = fc
  .record({ name: attack, description: attack, terms: attack, producerName: attack, village: attack, district: attack })
  .map(({ village, district, ...texts }) => {
    const base = listing();
    return listing({ ...texts, village: { ...base.village, name: village, district, regency: village } });
  });

/** What may stand in a page however hostile its texts are: the elements of the same page with harmless texts. */
function shape(page: Document): string[] {
  const active = [...page.querySelectorAll('script, style, iframe, object, embed, base, meta[http-equiv], form, svg')];
  return active.map((e) => `${e.tagName} ${e.getAttribute('type') ?? ''} ${e.getAttribute('method') ?? ''}`);
}

describe('hostile text is text', () => {
  it('on every page: no element, handler or address comes from it', () => {
    // Read once: most of the time that this takes goes into reading pages.
    const harmless = new Map(
      Object.entries(everyPage(listing(), shelf())).map(([name, draw]) => [name, shape(read(draw(viewOf())))]),
    );
    fc.assert(
      fc.property(hostile, (bad) => {
        for (const [name, draw] of Object.entries(everyPage(bad, shelf()))) {
          const page = read(draw(viewOf()));
          expect(shape(page), name).toEqual(harmless.get(name));
          const attributes = [...page.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
          expect(attributes.filter(({ name: it }) => /^on|^style$|^autofocus$/i.test(it))).toEqual([]);
          expect(
            attributes.filter(
              ({ name: it, value }) => /^(href|src|action)$/.test(it) && /^\s*(javascript|data):/i.test(value),
            ),
          ).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('reads on the page as it was written', () => {
    const written = '<b>tebal</b> & "kutip" </script>';
    const page = read(everyPage(listing({ name: written, description: written }), []).product?.(viewOf()) ?? '');
    expect(page.querySelector('h1')?.textContent).toBe(written);
    expect(page.querySelector('.prose p')?.textContent).toBe(written);
    expect(page.title).toContain(written);
  });

  it('comes back into the fields of a refused form as it was typed, and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.record({ text: attack, price: attack, quantity: attack, name: attack, phone: attack, email: attack }),
        (typed) => {
          const data = { listing: listing(), elsewhere: [], siblings: [], trust: { medianAnswer: null, sold: null } };
          const form: InquiryForm = { ...typed, id: id(7), hasMail: true, consent: true, proof: null };
          const page = read(renderProduct(viewOf(), data, { form, issues: [{ path: typed.text, code: typed.name }] }));
          const inField = (name: string) => page.querySelector<HTMLInputElement>(`#isi-${name}`)?.value;
          const oneLine = (value: string) => value.replace(/[\r\n]/g, '');
          for (const name of ['price', 'quantity', 'name', 'phone'] as const)
            expect(inField(name)).toBe(oneLine(form[name]));
          expect(inField('text')).toBe(form.text.replace(/\r\n?/g, '\n'));
          expect(page.querySelector<HTMLInputElement>('#isi-consent')?.checked).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('data blocks and feeds', () => {
  it('JSON-LD parses and says the very words, however hostile', () => {
    fc.assert(
      fc.property(hostile, (bad) => {
        const blocks = jsonLd(read(everyPage(bad, []).product?.(viewOf()) ?? ''));
        expect(blocks[0]).toMatchObject({ '@type': 'Product', name: bad.name, offers: { price: bad.price } });
      }),
      { numRuns: 30 },
    );
  });

  it('feeds are well-formed XML and say the words', () => {
    fc.assert(
      fc.property(hostile, (bad) => {
        const view = viewOf();
        const catalogue = catalogueHead(view) + catalogueItem('google', view, bad) + CATALOGUE_END;
        const atom = atomFeed(view, { title: bad.name, path: '/feed.xml', page: '/', listings: [bad] });
        // A catalogue takes no product without a name, or of a village without one.
        const isTaken = bad.name !== '' && bad.village.name !== '';
        const title = readXml(catalogue).querySelector('item > title')?.textContent ?? null;
        expect(title).toBe(isTaken ? bad.name : null);
        expect(readXml(atom).querySelector('entry author name')?.textContent ?? '').toBe(bad.village.name);
      }),
      { numRuns: 30 },
    );
  });

  it('drop what no XML document may hold', () => {
    expect(xmlText('a\u0001b\ud800c\uffff<')).toBe('ab\ufffdc&lt;');
  });
});
