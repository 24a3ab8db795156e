import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#contract';
import { emptyForm } from '#marketplace/pages/inquiryForm.ts';
import { renderProduct } from '#marketplace/pages/Product.tsx';
import { htmlPage, PAGE_CSP } from '#marketplace/web/respond.ts';
import { SHEETS, STYLE } from '#marketplace/web/style.ts';
import { everyPage } from './everyPage.ts';
import { id, listing, PERMITS, shelf, viewOf } from './fixtures.ts';
import { read } from './read.ts';

const pages = Object.entries(everyPage(listing(), shelf()));

/** These pages have a stylesheet more. */
const OF_VILLAGES = /^(?:village|near)/;
const LISTS = /^(?:search|spoken|empty|category)$/;

describe.each(pages)('page %s', (name, draw) => {
  const indonesian = read(draw(viewOf('/')));
  const english = read(draw(viewOf('/?lang=en')));

  it('says its language and offers the other', () => {
    expect(indonesian.documentElement.lang).toBe('id');
    expect(english.documentElement.lang).toBe('en');
    expect(indonesian.querySelector('a.lang')?.getAttribute('href')).toContain('lang=en');
    expect(english.querySelector('a.lang')?.getAttribute('href')).not.toContain('lang=en');
  });

  it('stays in English: every link inside the site keeps it, and every form', () => {
    const links = [...english.querySelectorAll('a[href^="/"]:not(.lang)')].map((a) => a.getAttribute('href') ?? '');
    expect(
      links.filter(
        (href) => !href.startsWith('/photos/') && !/^\/p\/[0-9a-z]{16}$/.test(href) && !href.includes('lang=en'),
      ),
    ).toEqual([]);
    for (const form of english.querySelectorAll('form')) {
      const kept = form.action.includes('lang=en') || form.querySelector('input[name="lang"][value="en"]');
      expect(kept, form.outerHTML.slice(0, 120)).toBeTruthy();
    }
  });

  it('has one heading of the first rank, a title, and a main part to skip to', () => {
    expect(indonesian.querySelectorAll('h1').length).toBe(1);
    expect(indonesian.title).toContain('Dodolan');
    expect(indonesian.querySelector('main')?.id).toBe('isi');
    expect(indonesian.querySelector('a.skip')?.getAttribute('href')).toBe('#isi');
  });

  it('needs no script, no inline style and nothing from elsewhere', () => {
    const scripts = [...indonesian.querySelectorAll('script:not([type="application/ld+json"])')];
    expect(scripts.map((script) => script.outerHTML)).toEqual(
      name === 'home' || LISTS.test(name) ? ['<script src="/saran.js" defer=""></script>'] : [],
    );
    expect(indonesian.querySelectorAll('[style], iframe').length).toBe(0);
    expect(
      [...indonesian.querySelectorAll('*')].flatMap((e) => [...e.attributes]).filter((a) => /^on/i.test(a.name)),
    ).toEqual([]);
    const sources = [...indonesian.querySelectorAll('img[src], link[rel="icon"]')].map(
      (e) => e.getAttribute('src') ?? e.getAttribute('href') ?? '',
    );
    expect(sources.filter((src) => !src.startsWith('/'))).toEqual([]);
  });

  it('names every field and every picture that means something', () => {
    for (const field of indonesian.querySelectorAll('input:not([type=hidden]), textarea')) {
      const named =
        field.getAttribute('aria-label') ||
        field.closest('label') ||
        indonesian.querySelector(`label[for="${field.id}"]`);
      expect(named, field.outerHTML).toBeTruthy();
    }
    for (const image of indonesian.querySelectorAll('img'))
      expect(image.hasAttribute('alt'), image.outerHTML).toBe(true);
  });

  it('has its stylesheet in it, and nothing that only the private thread’s would dress', () => {
    const more = [...(OF_VILLAGES.test(name) ? [SHEETS.place] : []), ...(LISTS.test(name) ? [SHEETS.list] : [])];
    const styles = [...indonesian.querySelectorAll('style')].map((style) => style.textContent);
    expect(styles).toEqual([STYLE, ...more]);
    const dressed = (style: string) => style.match(/\.[a-z][a-z-]*/g) ?? [];
    const foreign = new Set(dressed(SHEETS.thread)).difference(new Set(dressed(STYLE)));
    expect(foreign.size).toBeGreaterThan(5);
    expect([...foreign].filter((name) => indonesian.querySelector(name))).toEqual([]);
  });

  it('has ids that are its own', () => {
    const ids = [...indonesian.querySelectorAll('[id]')].map((e) => e.id);
    expect(ids).toEqual([...new Set(ids)]);
    const fragments = [...indonesian.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href')?.slice(1));
    for (const target of fragments) expect(ids).toContain(target);
  });
});

describe('the policy of every page', () => {
  it('allows nothing by default, nothing unsafe, and exactly our stylesheets', () => {
    expect(PAGE_CSP).toContain("default-src 'none'");
    expect(PAGE_CSP).not.toMatch(/unsafe|\*|data:|script-src/);
    const source = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    const all = [STYLE, ...Object.values(SHEETS)].map(source).join(' ');
    expect(PAGE_CSP).toContain(`style-src ${all};`);
  });
  it('lets tools that judge a page fetch robots.txt from inside it, and nothing of anybody else', () => {
    expect(PAGE_CSP).toMatch(/(^|; )connect-src 'self'(;|$)/);
  });
  it('is on every answer; a private page is kept by nobody and tells nobody its address', () => {
    const shared = htmlPage('x');
    const own = htmlPage('x', { cache: 'own', noReferrer: true });
    for (const response of [shared, own]) expect(response.headers.get('content-security-policy')).toBe(PAGE_CSP);
    expect(shared.headers.get('cache-control')).toContain('public');
    expect(own.headers.get('cache-control')).toBe('private, no-cache');
    expect(own.headers.get('referrer-policy')).toBe('same-origin');
    expect(own.headers.has('etag')).toBe(false);
  });
});

describe('the budget of a product page', () => {
  it.each(LOCALES)('is 14 kB compressed, HTML and CSS together, with long texts and eight photos (%s)', (locale) => {
    const words =
      'nira kelapa pagi dimasak tungku kayu kelompok ibu RT tanpa campuran pengawet tahan bulan tempat kering'.split(
        ' ',
      );
    const description = Array.from(
      { length: 300 },
      (_, n) => `${words[(n * 7 + (n >> 3)) % words.length]}${n % 11 ? '' : n}`,
    ).join(' ');
    const photos = Array.from({ length: 8 }, (_, n) => ({
      hash: createHash('sha256').update(`${n}`).digest('hex'),
      width: 1280,
      height: 960,
    }));
    const data = {
      listing: listing({ description, photos, permits: PERMITS, lastChecked: '2026-08-26T03:00:00.000Z' }),
      elsewhere: shelf().slice(0, 6),
      siblings: shelf().slice(0, 4),
      trust: { medianAnswer: 3 * 3_600_000, sold: 200 },
    };
    const html = renderProduct(viewOf(`/?lang=${locale}`, LOCALES), data, { form: emptyForm(id(7)), issues: [] });
    expect(gzipSync(html, { level: 6 }).length).toBeLessThanOrEqual(14_000);
  });
});
