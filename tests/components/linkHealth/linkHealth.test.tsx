// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { LINK_REASONS } from '#marketplace/linkcheck/failure.ts';
import { button, click, createWorld, soon, type World } from '#tests/components/mountPage.tsx';
import { idOf } from '#tests/utils/inquiries/make.ts';
import { AppError } from '#utils/appError.ts';
import reasonsEn from '#utils/i18n/words/reasons.en.json' with { type: 'json' };
import reasonsId from '#utils/i18n/words/reasons.id.json' with { type: 'json' };
import type { LinkHealth } from '#utils/model/health.ts';
import { CMS_SHOP_REASONS } from '#utils/model/shop.ts';

const { SiteCare } = await import('#components/linkHealth/SiteCare.tsx');

const SITE = 'https://kecamatan.desa.id/selatan';
const link = (name: string, health: LinkHealth['health']): LinkHealth => ({
  ...{ id: idOf(name), name, siteUrl: SITE, health, checkedAt: null },
  postUrl: `${SITE}/${name}/`,
});

let page: ReturnType<World['draw']>;

/**
 * Draws the popup's part about the site, over a background that answers as given; records the messages that it gets.
 */
async function draw(links: LinkHealth[], more: Record<string, unknown> = {}) {
  const sent: unknown[][] = [];
  const answers: Record<string, unknown> = {
    'upkeep/health': links,
    'shop/shelf': [],
    'tab/status': { state: 'cannot', why: 'none' },
    ...more,
  };
  const deps = await createWorld();
  deps.background.send = (async (...question: unknown[]) => {
    const answer = answers[String(question[0])];
    if (!['upkeep/health', 'shop/shelf', 'tab/status'].includes(String(question[0]))) sent.push(question);
    if (answer instanceof Error) throw answer;
    return answer ?? { done: true };
  }) as typeof deps.background.send;
  page = deps.draw(<SiteCare />);
  return sent;
}

const READY = { state: 'ready', siteUrl: SITE, name: 'Desa Selatan', cms: 'opensid', tabId: 1 };

describe('links back in the popup', () => {
  it('are one line while all is well, and nothing before there is any', async () => {
    await draw([link('gula', 'ok'), link('kopi', 'ok')]);
    await soon(() => expect(page.root.textContent).toContain('2 artikel di situs desa, semuanya baik.'));
    expect(page.root.querySelectorAll('li')).toHaveLength(0);
    page.close();
    await draw([]);
    expect(page.root.textContent).toBe('');
  });

  it('say of each what is wrong in a sentence of its own, and the well ones are not listed', async () => {
    await draw((['ok', 'deleted', 'unpublished', 'edited', 'broken'] as const).map((health) => link(health, health)));
    await soon(() => expect(page.root.querySelectorAll('li')).toHaveLength(4));
    expect(page.root.textContent).toContain('4 perlu dilihat, 1 baik.');
    const said = [...page.root.querySelectorAll('li > p:nth-child(2)')].map(({ textContent }) => textContent);
    expect(new Set(said).size).toBe(4);
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.{20,}[.?]$/u);
  });

  it('write again or leave, as the person says; one that is gone has nothing to open', async () => {
    const sent = await draw([link('gula', 'deleted')]);
    await soon(() => button(page.root, 'Tulis ulang'));
    expect(page.root.querySelector('a')).toBeNull();
    click(button(page.root, 'Tulis ulang'));
    click(button(page.root, 'Biarkan'));
    expect(sent).toEqual([
      ['upkeep/rewrite', { id: idOf('gula') }],
      ['outbox/skipLinkback', { id: idOf('gula') }],
    ]);
  });

  it('never offer to overwrite a page that only the marketplace did not find', async () => {
    await draw([link('gula', 'broken')]);
    await soon(() => button(page.root, 'Buka'));
    expect(page.root.textContent).not.toContain('Tulis ulang');
    button(page.root, 'Periksa lagi');
  });

  it.each([
    ['link_missing', 'tautan ke produk ini tidak ada di isinya'],
    ['kept_out', 'Artikelnya tidak apa-apa'],
    ['unreachable', 'tidak menjawab'],
    ['backlink_foreign_host', 'tidak di situs desa yang tercatat'],
    ['of_a_later_version', 'Pasar tidak menemukan tautan'],
  ])('say the true reason and what to do: %s', async (reason, words) => {
    await draw([{ ...link('gula', 'broken'), reason }]);
    await soon(() => expect(page.root.textContent).toContain(words));
    expect(page.root.textContent).not.toContain(reason);
  });

  it('have words in both languages for every reason of the marketplace', () => {
    for (const reason of [...LINK_REASONS, 'backlink_foreign_host']) {
      expect(reasonsId).toHaveProperty(`link_${reason}`);
      expect(reasonsEn).toHaveProperty(`link_${reason}`);
    }
  });

  it('show a hostile name as text', async () => {
    await draw([{ ...link('gula', 'edited'), name: '<img src=x onerror=alert(1)>' }]);
    await soon(() => expect(page.root.textContent).toContain('<img src=x onerror=alert(1)>'));
    expect(page.root.querySelector('img')).toBeNull();
  });
});

describe("what is owed to the site's own shop", () => {
  const shelf = { siteUrl: SITE, shop: 'lapak', waiting: 0, reason: null, detail: null, about: null, left: [] };
  it('is said with what to do next, one sentence for each reason', async () => {
    for (const reason of [null, ...CMS_SHOP_REASONS]) {
      await draw([], { 'shop/shelf': [{ ...shelf, waiting: 2, reason, detail: 'Bu Siti' }] });
      await soon(() => expect(page.root.textContent).toContain('2 produk'));
      expect(page.root.textContent).toMatch(/kecamatan\.desa\.id\/selatan\. .{30,}\.$/);
      expect(page.root.textContent).not.toMatch(/shelf_|\$\d/);
      page.close();
    }
    await draw([], { 'shop/shelf': [{ ...shelf, left: ['Gula semut', '<b>Kopi</b>'] }] });
    await soon(() => expect(page.root.textContent).toBe('Dibiarkan seperti adanya di Lapak: Gula semut, <b>Kopi</b>.'));
  });

  it('calls the shop by its own name', async () => {
    const shop = 'woocommerce';
    await draw([], { 'shop/shelf': [{ ...shelf, shop, waiting: 2, reason: 'lacks_rest', left: ['Kopi'] }] });
    await soon(() => expect(page.root.textContent).toContain('di WooCommerce kecamatan.desa.id/selatan'));
    expect(page.root.textContent).toContain('REST API) yang kami pakai untuk WooCommerce');
    expect(page.root.textContent).toContain('Dibiarkan seperti adanya di WooCommerce: Kopi.');
    expect(page.root.textContent).not.toContain('Lapak');
  });
});

describe('the products page in the popup', () => {
  it('is offered for the very site in front, and leads there when it is made', async () => {
    const url = `${SITE}/artikel/kategori/produk-desa`;
    const sent = await draw([], { 'tab/status': READY, 'site/productsPage': { url, state: 'made' } });
    await soon(() => button(page.root, 'Buat halaman Produk Desa'));
    expect(page.root.textContent).toContain('kecamatan.desa.id/selatan');
    click(button(page.root, 'Buat halaman Produk Desa'));
    await soon(() => expect(button(page.root, 'Buka halaman').getAttribute('href')).toBe(url));
    expect(sent).toEqual([['site/productsPage', { siteUrl: SITE }]]);
  });

  it.each([
    'no_tab',
    'not_offered',
    'no_permission',
    'signed_out',
    'refused',
    'field_required',
    'open_in_editor',
    'not_read_back',
    'markup_changed',
    'network',
    'site_down',
    'password_due',
  ])('that ended in %s says what to do, and can be pressed again', async (code) => {
    await draw([], { 'tab/status': READY, 'site/productsPage': new AppError(`cms_${code}`) });
    await soon(() => button(page.root, 'Buat halaman Produk Desa'));
    click(button(page.root, 'Buat halaman Produk Desa'));
    await soon(() => expect(page.root.querySelector('[role=alert]')?.textContent).toMatch(/^\p{Lu}.{30,}\.$/u));
    expect(page.root.querySelector('[role=alert]')?.textContent).not.toContain('Ada yang salah');
    button(page.root, 'Buat halaman Produk Desa');
  });
});
