import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CHECKED_LOCALES, DEFAULT_LOCALE, LOCALES, type Locale } from '#contract';
import { settingsFromEnv } from '#marketplace/config.ts';
import { makeView } from '#marketplace/web/view.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { buyerIn } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing } from '#tests/marketplace/inquiries/fixture.ts';
import { everyGroup } from './everyGroup.ts';
import { everyJawab } from './everyJawab.tsx';
import { everyPage } from './everyPage.ts';
import { everyThread } from './everyThread.ts';
import { listing, shelf, viewOf } from './fixtures.ts';
import { read } from './read.ts';

const all = { ...everyPage(listing(), shelf()), ...everyThread(), ...everyGroup(), ...everyJawab() };
const pages = Object.entries(all);
const others = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE);
const unchecked = LOCALES.filter((locale) => !CHECKED_LOCALES.includes(locale));
const inside = (href: string) => !href.startsWith('/photos/') && !/^\/p\/[0-9a-z]{16}$/.test(href);

describe.each(others)('every page in %s', (locale) => {
  const view = () => viewOf(`/?lang=${locale}`, LOCALES);
  it.each(pages)('%s says its language, keeps it, and offers the others', (_, draw) => {
    const page = read(draw(view()));
    expect(page.documentElement.lang).toBe(locale);
    const links = [...page.querySelectorAll('a[href^="/"]:not(.lang)')].map((a) => a.getAttribute('href') ?? '');
    expect(links.filter((href) => inside(href) && !href.includes(`lang=${locale}`))).toEqual([]);
    for (const form of page.querySelectorAll('form')) {
      const kept =
        form.action.includes(`lang=${locale}`) || form.querySelector(`input[name="lang"][value="${locale}"]`);
      expect(kept, form.outerHTML.slice(0, 120)).toBeTruthy();
    }
    const offered = [...page.querySelectorAll('a.lang')].map((a) => a.getAttribute('lang'));
    expect(offered).toEqual(LOCALES.filter((other) => other !== locale));
  });

  it.each(pages)('%s has every value filled in', (_, draw) => {
    const { body } = read(draw(view()));
    expect(body.textContent).not.toMatch(/\$\d|undefined|null|NaN/);
  });
});

describe('a language that is not offered', () => {
  it.each([...unchecked, 'xx', 'EN', 'constructor', ''])('%s is Indonesian, and nobody is led to it', (asked) => {
    const request = { url: `https://pasar.example/?lang=${asked}` };
    const { locales } = settingsFromEnv({});
    const view = makeView(request, { baseUrl: 'https://pasar.example', locales }, new Date());
    expect(view.locale).toBe('id');
    for (const [, draw] of pages) expect(draw(view)).not.toMatch(/lang=jv|"jv/);
  });
});

describe('the setting LOCALES', () => {
  it.each<[string | undefined, Locale[]]>([
    [undefined, ['id', 'en']],
    ['id,en,jv', ['id', 'en', 'jv']],
    [' jv , en', ['id', 'en', 'jv']],
    ['jv', ['id', 'jv']],
    ['id', ['id']],
  ])('%s offers %j', (set, locales) => {
    expect(settingsFromEnv({ LOCALES: set }).locales).toEqual(locales);
  });
  it('is refused by its name when it is no list of ours', () => {
    expect(() => settingsFromEnv({ LOCALES: 'id,klingon' })).toThrow(z.core.$ZodError);
    expect(() => settingsFromEnv({ LOCALES: 'id,klingon' })).toThrow(/LOCALES/);
  });
});

describe.each(backends)('a buyer in Javanese on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend, config: { locales: LOCALES } });
  });
  afterAll(() => market.stop());

  it('asks, bargains and reads the answer without leaving the language', async () => {
    const { slug } = await addListing(market, await market.village('Desa Dagan'));
    const buyer = buyerIn(market);
    const product = await buyer.open(`/p/${slug}?lang=jv`);
    expect(product.html).toContain('<html lang="jv">');
    expect(product.html).toContain('Tanglet / Nawar');
    const wrong = await buyer.submit(product, `/p/${slug}/tanya\\?lang=jv`, { text: '', consent: 'ya' });
    expect(await wrong.text()).toContain('Serat pesen, utawi isi regi');
    const asked = await buyer.submit(product, `/p/${slug}/tanya\\?lang=jv`, { text: 'Taksih wonten?', consent: 'ya' });
    const path = asked.headers.get('location') ?? '';
    expect(path).toMatch(/^\/tanya\/\w+\?lang=jv$/);
    const thread = await buyer.open(path);
    expect(thread.html).toContain('<html lang="jv">');
    expect(thread.html).toContain('Pesen panjenengan sampun kakintun');
    // What is stored is a language that every released version knows.
    const rows = await market.deps.db.selectFrom('inquiries').select('locale').execute();
    expect(rows).toEqual([{ locale: 'id' }]);
  });
});
