import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BASE_URL } from '#tests/marketplace/harness.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { noticeLinks } from '#utils/assist/notice.ts';
import { goByHand, ownArticle, recordPost } from '#utils/assist/record.ts';
import type { CmsId } from '#utils/cms/types.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { listViews } from '#utils/drafts/views.ts';
import { skipLinkback } from '#utils/outbox/actions.ts';
import { rememberSite } from '#utils/sites/handshake.ts';
import { adopt } from '#utils/villages/ownership.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

const clock = () => ({ now: laptop.now, random: 0.5 });
const link = (id: string) => `${BASE_URL}/p/${id}`;

function seen(cms: CmsId, path = '/tulis') {
  const page = { cms, siteUrl: laptop.site.url, version: null, siteName: null, openPost: null };
  return rememberSite(laptop.db, page, laptop.site.url + path, laptop.now);
}

async function published(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.drain();
  return draft.id;
}

/** The person saves an article with the card in it; `isPublic` false: a draft that only they can see. */
function article(id: string, isPublic = true): string {
  const post = { id: String(laptop.site.posts.length + 1), title: 'Produk', isPublic };
  laptop.site.posts.push({ ...post, html: `<p><a href="${link(id)}">Gula</a> <a href="${link(id)}">Tanya</a></p>` });
  return `${laptop.site.url}/post/${post.id}`;
}

/** The person opens a page of the village's site that holds these links; answers the listings that it settled. */
function opened(links: string[], address: string, village = laptop.connection().village): Promise<string[]> {
  return laptop
    .know({ ...laptop.connection(), village })
    .then(() => laptop.db.change(['villages', 'values', 'listings'], adopt))
    .then(() => noticeLinks({ db: laptop.db, fetch: globalThis.fetch, clock }, links, address));
}

describe('a listing of a site that no adapter knows', () => {
  beforeEach(() => seen('assist'));

  test('is live, and its link back waits for the person alone: no visit and no restart moves it, no tab is written in', async () => {
    const id = await published();
    expect((await laptop.onMarket(id))?.input.state).toBe('live');
    for (const by of ['handshake', 'start', 'online', 'connected'] as const) await laptop.trigger(by);
    await laptop.drain();
    expect(await laptop.row(id)).toMatchObject({ owed: ['linkback', 'proof'], reason: 'by_hand' });
    expect(laptop.site.saves).toBe(0);
  });

  test('is linked and verified from the address that the person gives', async () => {
    const id = await published();
    const url = article(id);
    await recordPost(laptop.db, id, `  ${url}#atas `, clock());
    await laptop.live();
    expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
    expect(await listViews(laptop.db)).toMatchObject([{ state: 'verified', postUrl: url, byHand: true, row: null }]);
  });

  test('whose given page lacks the link says so, and takes a better address', async () => {
    const id = await published();
    laptop.site.posts.push({ id: '9', title: 'Lain', html: '<p>Bukan ini.</p>', isPublic: true });
    await recordPost(laptop.db, id, `${laptop.site.url}/post/9`, clock());
    for (let turn = 0; (await laptop.row(id))?.reason !== 'proof_failed' && turn < 20; turn += 1) {
      laptop.now += 60_000;
      await laptop.drain();
    }
    expect(await laptop.row(id)).toMatchObject({ reason: 'proof_failed' });
    await recordPost(laptop.db, id, article(id), clock());
    await laptop.live();
    expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
  });

  test.each(['javascript:alert(1)', 'desa.example/artikel', 'file:///a', 'https://a:b@desa.example/', ''])(
    'does not take %j for an address',
    async (address) => {
      const id = await published();
      await expect(recordPost(laptop.db, id, address, clock())).rejects.toMatchObject({ code: 'address_bad' });
      expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand' });
    },
  );

  test('stays owed until the person skips it', async () => {
    const id = await published();
    await skipLinkback(laptop.db, id, clock());
    expect(await laptop.row(id)).toBeUndefined();
  });

  test('whose price changes asks nothing of the person, for the card says it in its badge alone', async () => {
    const id = await published();
    await recordPost(laptop.db, id, article(id), clock());
    await laptop.live();
    await revise(laptop.db, id, { price: 30_000 }, clock());
    await laptop.live();
    expect(await listViews(laptop.db)).toMatchObject([{ price: 30_000, state: 'verified', row: null }]);
    expect(laptop.site.saves).toBe(0);
  });

  test('whose words change waits, with the address of the article, until the person has put the card right', async () => {
    const id = await published();
    const url = article(id);
    await recordPost(laptop.db, id, url, clock());
    await laptop.live();
    await revise(laptop.db, id, { name: 'Gula semut halus' }, clock());
    await laptop.drain();
    expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: 'card_changed' });
    expect((await laptop.onMarket(id))?.input.name).toBe('Gula semut halus');
    expect(await listViews(laptop.db)).toMatchObject([{ postUrl: url, byHand: true }]);
    expect(await opened([link(id)], url)).toEqual([]);
    await recordPost(laptop.db, id, url, clock());
    await laptop.live();
    expect(await laptop.row(id)).toBeUndefined();
  });

  test('whose card of an older version says a price waits when the price changes', async () => {
    const id = await published();
    await recordPost(laptop.db, id, article(id), clock());
    await laptop.live();
    await laptop.db.change(['listings'], async (tx) => {
      const listing = await tx.get('listings', id);
      if (listing?.post) await tx.put('listings', { ...listing, post: { ...listing.post, editedMark: '' } });
    });
    await revise(laptop.db, id, { price: 30_000 }, clock());
    await laptop.drain();
    expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: 'card_changed' });
  });

  test('that is withdrawn waits until the person has taken the card out; then the marketplace is told', async () => {
    const id = await published();
    const url = article(id);
    await recordPost(laptop.db, id, url, clock());
    await laptop.live();
    await revise(laptop.db, id, { state: 'withdrawn' }, clock());
    await laptop.drain();
    expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: 'card_gone' });
    expect(await listViews(laptop.db)).toMatchObject([{ state: 'withdrawn', postUrl: url }]);
    expect(await opened([link(id)], url)).toEqual([]);
    await recordPost(laptop.db, id, url, clock());
    await laptop.live();
    expect(await listViews(laptop.db)).toMatchObject([{ state: 'withdrawn', postUrl: null, row: null }]);
  });

  test('whose link the marketplace does not find is never said to be linked', async () => {
    const id = await published();
    laptop.site.posts.push({ id: '9', title: 'Lain', html: '<p>Bukan ini.</p>', isPublic: true });
    await recordPost(laptop.db, id, `${laptop.site.url}/post/9`, clock());
    for (let turn = 0; (await laptop.row(id))?.reason !== 'proof_failed' && turn < 20; turn += 1) {
      laptop.now += 60_000;
      await laptop.drain();
    }
    expect(await listViews(laptop.db)).toMatchObject([{ state: 'live', row: { detail: 'link_missing' } }]);
  });
});

describe('a page that opens with the awaited link on it', () => {
  beforeEach(() => seen('assist'));

  test('is the link back', async () => {
    const id = await published();
    const url = article(id);
    expect(await opened([link(id)], url)).toEqual([id]);
    await laptop.live();
    expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
  });

  test('is not, while only the signed-in person can see it', async () => {
    const id = await published();
    expect(await opened([link(id)], article(id, false))).toEqual([]);
    expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand' });
  });

  test('is not, where it is no site of the village', async () => {
    const id = await published();
    const url = article(id).replace('127.0.0.1', 'localhost');
    expect(await opened([link(id)], url)).toEqual([]);
  });

  test('changes nothing for a listing that waits for nothing', async () => {
    const id = await published();
    await skipLinkback(laptop.db, id, clock());
    expect(await opened([link(id)], article(id))).toEqual([]);
  });
});

describe('a site with an adapter', () => {
  test('whose pages changed is left to the person when they say so, with what was not found still told', async () => {
    await seen('wordpress');
    laptop.site.faults = ['markup_changed'];
    const id = await published();
    expect(await laptop.row(id)).toMatchObject({ reason: 'markup_changed' });
    await goByHand(laptop.db, id, clock());
    expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', owed: ['linkback', 'proof'] });
    await recordPost(laptop.db, id, article(id), clock());
    await laptop.live();
    expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
    expect(laptop.site.saves).toBe(0);
  });

  test('is not taken for an unknown CMS where a form stands on its public side', async () => {
    await seen('wordpress', '/wp-admin/');
    await expect(seen('assist', '/kontak')).rejects.toMatchObject({ code: 'site_served' });
    const sites = await laptop.db.read(['sites'], (tx) => tx.all('sites'));
    expect(sites).toMatchObject([{ cms: 'wordpress' }]);
  });
});

describe('a product that was started from an article and is to be shown in it', () => {
  beforeEach(() => seen('wordpress', '/wp-admin/'));

  async function fromArticle(): Promise<string> {
    const draft = { ...(await laptop.draft()), shownIn: 'article' as const };
    await publish(laptop.db, draft, clock());
    await laptop.drain();
    return draft.id;
  }

  test('is live, gets no second article, and waits for the person’s card in the first one', async () => {
    const id = await fromArticle();
    expect((await laptop.onMarket(id))?.input.state).toBe('live');
    for (const by of ['handshake', 'start', 'online'] as const) await laptop.trigger(by);
    await laptop.drain();
    expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: 'card_into_article' });
    expect(laptop.site.saves).toBe(0);
    await recordPost(laptop.db, id, article(id), clock());
    await laptop.live();
    expect(await listViews(laptop.db)).toMatchObject([{ state: 'verified', byHand: true, row: null }]);
    expect(laptop.site.saves).toBe(0);
  });

  test('says what there is to do in the words of a shop, where it was started from a product of one', async () => {
    const prefilled = { title: 'Gula', fields: [], photos: [], ofProduct: 'shop:7' };
    const draft = { ...(await laptop.draft()), shownIn: 'article' as const, prefilled };
    await publish(laptop.db, draft, clock());
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'by_hand', detail: 'card_into_article_product' });
    await recordPost(laptop.db, draft.id, article(draft.id), clock());
    await laptop.live();
    expect(await listViews(laptop.db)).toMatchObject([{ byHand: true, inProduct: true }]);
    await revise(laptop.db, draft.id, { state: 'withdrawn' }, clock());
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'by_hand', detail: 'card_gone_product' });
  });

  test('gets an article of its own when the person says so', async () => {
    const id = await fromArticle();
    await ownArticle(laptop.db, id, clock());
    await laptop.live();
    expect(laptop.site.saves).toBe(1);
    expect(await listViews(laptop.db)).toMatchObject([{ state: 'verified', byHand: false, row: null }]);
    await expect(ownArticle(laptop.db, id, clock())).rejects.toMatchObject({ code: 'linkback_not_awaited' });
  });

  test('withdrawn before its card was in, it owes nothing, and the villager’s article is left alone', async () => {
    const id = await fromArticle();
    await revise(laptop.db, id, { state: 'withdrawn' }, clock());
    await laptop.live();
    expect(await laptop.row(id)).toBeUndefined();
    expect(laptop.site.saves).toBe(0);
  });

  test('withdrawn afterwards, the person takes the card out of their article', async () => {
    const id = await fromArticle();
    await recordPost(laptop.db, id, article(id), clock());
    await laptop.live();
    await revise(laptop.db, id, { state: 'withdrawn' }, clock());
    await laptop.drain();
    expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: 'card_gone' });
    expect(laptop.site.saves).toBe(0);
  });
});
