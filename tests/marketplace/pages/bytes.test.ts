import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCALES } from '#contract';
import { langParam } from '#marketplace/web/view.ts';
import { type Storefront, startStorefront } from '#stack/storefront.ts';

const MOST = 14_000;

let market: Storefront;
beforeAll(async () => {
  market = await startStorefront();
}, 120_000);
afterAll(() => market.stop());

test.each(['home', 'product', 'village', 'search', 'results', 'category', 'villages', 'thread'])(
  'the page %s is 14 kB at the most, HTML and CSS together, compressed, and asks for nothing but pictures',
  async (name) => {
    for (const locale of LOCALES) {
      const address = new URL(market.pages[name] ?? '', market.url);
      const lang = langParam(locale);
      if (lang !== null) address.searchParams.set('lang', lang);
      const html = await (await fetch(address)).text();
      expect(gzipSync(html).length, locale).toBeLessThanOrEqual(MOST);
      // The search box's own little script comes after the page, which is whole without it.
      const bare = html.replace('<script src="/saran.js" defer></script>', '');
      expect(bare).not.toMatch(/<script(?! type="application\/ld\+json")|<link[^>]+rel="stylesheet"/);
    }
  },
);
