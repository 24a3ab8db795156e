import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '#marketplace/admin/commands.ts';
import { queues } from '#marketplace/admin/queues.ts';
import { lastMonths, villageMonths } from '#marketplace/figures/months.ts';
import { offerable } from '#marketplace/recipes/offers.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { openRoom, post, producer, type Seat } from './rooms.ts';

/** Words that stand nowhere but in the practice product, and its real twin. */
const NAME = 'Wedang uwuh latihanku';
const REAL = 'Wedang uwuh asli';

describe.each(backends)('what is made up for practice, on %s', (backend) => {
  let market: Marketplace;
  let seat: Seat;
  let id: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const dagan = await market.village('Desa Dagan');
    await sentListing(market, dagan, { name: REAL });
    const room = await openRoom(market, 2);
    seat = room.seats[0] as Seat;
    // A village of a room may say where it is.
    const said = { district: 'Latihankec', regency: 'Latihankab', place: { lat: -7.3, lng: 109.3 } };
    await market.call('PATCH', '/v1/me', { token: seat.token, body: said });
    await market.call('PATCH', '/v1/me', { token: dagan.token, body: { district: 'Bobotsari', place: said.place } });
    id = (await sentListing(market, seat, { name: NAME, flagship: true, ...producer(seat) })).id;
    await market.runJobs();
  });
  afterAll(() => market.stop());

  const LISTS = [
    '/',
    '/cari?q=wedang+uwuh',
    '/cari?q=latihanku',
    '/cari?urut=terbaru',
    '/cari/saran?q=wedang',
    '/cari/saran?q=latih',
    '/kategori/makanan',
    '/kategori/makanan/feed.xml',
    '/desa',
    '/feed.xml',
    '/feed/google.xml',
    '/feed/meta.xml',
    '/sitemap.xml',
    '/produk/wedang-uwuh',
    '/v1/prices?name=wedang+uwuh&unit=bungkus',
  ];
  it.each(LISTS)('stands not in %s', async (path) => {
    const text = (await (await market.call('GET', path)).text()).replaceAll('latihanku"', '');
    expect(text).not.toContain(NAME);
    expect(text).not.toContain(id);
    expect(text).not.toContain(seat.slug);
    expect(text).not.toContain('Latihankec');
  });

  it('stands not near a place', async () => {
    const near = await post(market, '/dekat', { lat: '-7.3', lng: '109.3' });
    const html = await near.text();
    expect(html).toContain('Dagan');
    expect(html).not.toContain('Latihan');
  });

  it.each(['/', '/cari?q=wedang+uwuh', '/kategori/makanan', '/feed.xml', '/desa'])(
    '%s shows what is real, so the look above could have failed',
    async (path) => {
      expect(await (await market.call('GET', path)).text()).toMatch(/Wedang uwuh asli|Dagan/);
    },
  );

  it('is not among the words that search knows', async () => {
    const words = await market.deps.db.selectFrom('listing_words').selectAll().execute();
    expect(JSON.stringify(words)).not.toContain('latihank');
    expect(await market.deps.db.selectFrom('listings').select(['name', 'listed']).execute()).toEqual(
      expect.arrayContaining([
        { name: NAME, listed: false },
        { name: REAL, listed: true },
      ]),
    );
  });

  it('stays out of the lists also when an operator hides it and shows it again', async () => {
    for (const words of [
      ['hide', id, 'salah'],
      ['show', id],
    ])
      await runCommand(market.deps, words, 'id');
    const row = market.deps.db.selectFrom('listings').select('listed').where('id', '=', id);
    expect(await row.executeTakeFirst()).toEqual({ listed: false });
  });

  it('has a page by its address, which says what it is, has a banner and is found by nobody', async () => {
    const moved = await market.call('GET', `/p/${id}`);
    const page = await market.call('GET', moved.headers.get('location') ?? '');
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('class="practice"');
    expect(html).toContain('LATIHAN');
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(html).not.toMatch(/rel="canonical"|og:image|application\/ld\+json|wa\.me\/\?|oembed/);
  });

  it('shows the real twin as ever', async () => {
    const html = await (await market.call('GET', '/cari?q=wedang+uwuh')).text();
    expect(html).toContain(REAL);
    expect(html).not.toContain('class="practice"');
  });

  it('has no village page, card, poster, picture or embedding', async () => {
    const village = await market.call('GET', `/desa/${seat.slug}`);
    expect(village.headers.get('location')).toMatch(/^\/latihan\/pasar\//);
    for (const path of [`/p/${id}/kartu`, `/p/${id}/poster.pdf`, `/desa/${seat.slug}/feed.xml`, `/og/${id}/x.jpg`])
      expect([path, (await market.call('GET', path)).status]).toEqual([path, 404]);
    const url = encodeURIComponent(`https://pasar.example/p/${id}`);
    expect((await market.call('GET', `/oembed?url=${url}`)).status).toBe(404);
    expect(await (await market.call('GET', `/badge/${id}.svg`)).text()).toContain('LATIHAN');
  });

  it('leads to nobody by WhatsApp', async () => {
    const page = await market.call('POST', `/p/${id}/wa`);
    expect([page.status, page.headers.get('location')]).toEqual([200, null]);
    expect(await page.text()).toContain('Tidak ada WhatsApp');
  });

  it('is no operator’s work: neither among the villages nor among the unanswered', async () => {
    market.clock.advance(50 * 3_600_000);
    const { db, now } = market.deps;
    const report = {
      village_id: seat.id,
      reporter: 'x',
      reason: 'scam' as const,
      words: '',
      created_at: now(),
      handled_at: null,
    };
    await db
      .insertInto('reports')
      .values({ ...report, listing_id: id })
      .execute();
    await db.insertInto('village_reports').values(report).execute();
    expect(await queues(market.deps)).toEqual({ villages: 0, reports: 0, held: 0, unanswered: 0, links: 0, sites: 0 });
    for (const command of ['villages', 'unanswered', 'conversations', 'reports', 'sites'])
      expect((await runCommand(market.deps, [command], 'id')).text).not.toContain('Latihan');
    expect(await offerable(market.deps)).toEqual([]);
    const { rows: months } = await villageMonths(market.deps, lastMonths(market.deps.now(), 2));
    expect(new Set(months.map(({ name }) => name))).toEqual(new Set(['Desa Dagan']));
  });

  it('does not get the invite that is meant for the real village of a site', async () => {
    await market.call('PUT', '/v1/site-requests', { token: seat.token, body: { site: 'https://asli.desa.id' } });
    await runCommand(market.deps, ['invite', 'Desa Asli', 'https://asli.desa.id'], 'id');
    const made = market.deps.db.selectFrom('villages').select(['name', 'practice_room']).where('slug', '=', 'asli');
    expect(await made.executeTakeFirst()).toEqual({ name: 'Desa Asli', practice_room: null });
  });
});
