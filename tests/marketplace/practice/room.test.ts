import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { runCommand } from '#marketplace/admin/commands.ts';
import { playBuyers } from '#marketplace/practice/buyers.ts';
import { closeRooms, KEPT, TYPED } from '#marketplace/practice/close.ts';
import { reachOf } from '#marketplace/practice/reach.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { listingInput, sentListing, sentPhoto } from '#tests/marketplace/samples.ts';
import { openRoom, post, press, producer, type Room, type Seat } from './rooms.ts';

describe('who can connect', () => {
  it.each([
    ['https://pasar.purbalinggakab.go.id', 'everywhere'],
    ['https://pasar.purbalinggakab.go.id/latih', 'everywhere'],
    ['http://127.0.0.1:8787', 'thisMachine'],
    ['http://localhost:8787', 'thisMachine'],
    ['https://192.168.1.5', 'thisMachine'],
    ['https://pasar.local', 'thisMachine'],
    ['http://192.168.1.5:8787', 'nobody'],
    ['http://pasar.purbalinggakab.go.id', 'nobody'],
  ] as const)('to %s: %s', (address, reach) => expect(reachOf(address)).toBe(reach));
});

describe.each(backends)('a practice room on %s', (backend) => {
  let market: Marketplace;
  let room: Room;
  let seats: Seat[];
  let path: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    ({ room, seats, path } = await openRoom(market, 2));
  });
  const get = (address: string) => market.call('GET', address);
  const text = async (address: string) => (await get(address)).text();
  const first = () => seats[0] as Seat;
  const me = () => market.call('GET', '/v1/me', { token: first().token });

  /** A listing whose article stands on a real site, as the extension tells it. */
  async function withArticle(state: 'published' | 'pending' = 'pending') {
    await market.call('PUT', '/v1/site-requests', { token: first().token, body: { site: 'https://dagan.desa.id' } });
    const { id } = await sentListing(market, first(), producer(first()));
    const body = { url: `https://dagan.desa.id/?p=${id}`, state };
    const told = await market.call('PUT', `/v1/listings/${id}/backlink`, { token: first().token, body });
    expect(told.status).toBe(200);
    return {
      id,
      tookDown: () =>
        market.call('PUT', `/v1/listings/${id}/backlink`, { token: first().token, body: { ...body, state: 'gone' } }),
    };
  }

  it('is made by one command, which prints both links', async () => {
    const { ok, text: printed } = await runCommand(market.deps, ['practice', '12', '--days', '2'], 'id');
    expect(ok).toBe(true);
    const trainer = /pelatih: (\S+)/.exec(printed)?.[1] ?? '';
    const sheets = await text(new URL(`${trainer}/lembar`).pathname);
    expect(sheets.match(/class="sheet"/g)).toHaveLength(12);
    expect(new Set(sheets.match(/\/undang\/[0-9a-z]{38}/g)).size).toBe(12);
    expect(new Set(sheets.match(/0860-\d{4}-\d{4}/g)).size).toBe(36);
    expect(printed).not.toContain('PERHATIAN');
  });

  it.each(['0', '61', 'banyak', '1.5'])('is not made of %s villages', async (count) => {
    expect((await runCommand(market.deps, ['practice', count], 'id')).ok).toBe(false);
  });

  it('warns before anything else, and on each sheet, where laptops will not connect', async () => {
    const local = { ...market.deps, config: { ...market.deps.config, baseUrl: 'http://127.0.0.1:8787' } };
    const { text: printed } = await runCommand(local, ['practice', '1'], 'id');
    expect(printed.split('\n')[0]).toMatch(/^PERHATIAN: .*hanya dapat dibuka dari komputer ini/);
    const clear = { ...market.deps, config: { ...market.deps.config, baseUrl: 'http://192.168.1.5:8787' } };
    expect((await runCommand(clear, ['practice', '1'], 'id')).text).toMatch(/^PERHATIAN: .*bukan https/);
  });

  it('tells a village that it is one for practice, until when, and its numbers; a real village nothing of it', async () => {
    expect((await (await me()).json()).village.practice).toEqual({
      endsAt: room.ends_at.toISOString(),
      phones: expect.arrayContaining([first().phone]),
    });
    const real = await market.village();
    const other = await market.call('GET', '/v1/me', { token: real.token });
    expect((await other.json()).village).not.toHaveProperty('practice');
  });

  it('lets the letters of a sheet connect one computer', async () => {
    const { text: printed } = await runCommand(market.deps, ['practice', '1'], 'id');
    const sheet = await text(new URL(/lembar: +(\S+)/.exec(printed)?.[1] ?? '').pathname);
    const letters = /Huruf: <b[^>]*>([A-Z2-9]{4}-[A-Z2-9]{4})</.exec(sheet)?.[1] ?? '';
    const answer = await market.call('POST', '/v1/short-codes', { body: { code: letters } });
    const { invite } = await answer.json();
    const body = { invite: invite.split('/').at(-1), id: newId(), name: 'Laptop' };
    expect((await market.call('POST', '/v1/devices', { body })).status).toBe(201);
  });

  it('takes the sites of a practice village at once, five at most', async () => {
    for (let n = 0; n < 5; n++) {
      const body = { site: `https://desa${n}.example` };
      const asked = await market.call('PUT', '/v1/site-requests', { token: first().token, body });
      expect(await asked.json()).toMatchObject({ isListed: true });
    }
    const one = { token: first().token, body: { site: 'https://desa6.example' } };
    expect((await market.call('PUT', '/v1/site-requests', one)).status).toBe(429);
  });

  it('shows its trainer who connected, enabled, listed, linked and answered, without a script', async () => {
    await withArticle();
    await playBuyers(market.deps);
    const [talk] = (await (await market.call('GET', '/v1/inquiries', { token: first().token })).json()).inquiries;
    const reply = { token: first().token, body: { kind: 'reply', text: 'Masih' } };
    await market.call('PUT', `/v1/inquiries/${talk.id}/messages/${newId()}`, reply);
    const html = await text(path);
    const row = /<tr><th scope="row">Desa Latihan 1.*?<\/tr>/.exec(html)?.[0].replace(/<[^>]+>/g, '|');
    expect(row).toMatch(/\|ya\|+ya\|+1\|+0 terlihat, 1 menunggu\|+1 dari 1\|+0\|/);
    expect(html).toContain('https://dagan.desa.id/?p=');
    expect(html).toContain('http-equiv="refresh"');
    expect(html).not.toContain('<script');
  });

  it('is opened by its secret alone, and no cache or search engine keeps it', async () => {
    expect((await get(`/latihan/${'a'.repeat(38)}`)).status).toBe(404);
    const page = await get(path);
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(await text(`/latihan/pasar/${room.id}`)).not.toContain(path);
  });

  it.each(['kosongkan', 'akhiri'])(
    'does not let %s be pressed from elsewhere, without its form or without its tick',
    async (deed) => {
      const { id } = await sentListing(market, first(), producer(first()));
      expect((await post(market, `${path}/${deed}`, { yakin: '1' })).status).toBe(403);
      expect((await post(market, `${path}/${deed}`, { yakin: '1', izin: 'x' })).status).toBe(403);
      const izin = /name="izin" value="([^"]+)"/.exec(await text(path))?.[1] ?? '';
      const foreign = await post(market, `${path}/${deed}`, { yakin: '1', izin }, { 'sec-fetch-site': 'cross-site' });
      expect(foreign.status).toBe(403);
      expect((await press(market, path, deed, false)).status).toBe(422);
      const row = market.deps.db.selectFrom('listings').select('state').where('id', '=', id);
      expect(await row.executeTakeFirst()).toEqual({ state: 'live' });
    },
  );

  it('is emptied for the next group: withdrawn as by another device, talks erased, people connected', async () => {
    const { id, tookDown } = await withArticle();
    await playBuyers(market.deps);
    expect((await press(market, path, 'kosongkan')).status).toBe(303);
    const listing = await (await market.call('GET', `/v1/listings/${id}`, { token: first().token })).json();
    expect(listing.input).toMatchObject({ rev: 2, state: 'withdrawn' });
    const [talk] = (await (await market.call('GET', '/v1/inquiries', { token: first().token })).json()).inquiries;
    expect(talk.buyer.name).toBeNull();
    expect((await me()).status).toBe(200);
    expect(await text(path)).toContain('sedang diturunkan');
    await tookDown();
    expect(await text(path)).toContain('Tidak ada artikel latihan');
    market.clock.advance(1000);
    // The next group begins anew, with the same product even.
    const next = { ...listingInput([await sentPhoto(market, first())], producer(first())), rev: 3 };
    await market.call('PUT', `/v1/listings/${id}`, { token: first().token, body: next });
    await playBuyers(market.deps);
    const talks = (await (await market.call('GET', '/v1/inquiries', { token: first().token })).json()).inquiries;
    expect(talks).toHaveLength(2);
  });

  it('ends at once where no article stands on a real site', async () => {
    await sentListing(market, first(), producer(first()));
    await press(market, path, 'akhiri');
    expect((await get(path)).status).toBe(410);
  });

  it('leaves the extensions time to take articles down, takes nothing new meanwhile, and ends then', async () => {
    const { id } = await withArticle();
    await press(market, path, 'akhiri');
    expect(await text(path)).toContain('sedang ditutup');
    const listing = await (await market.call('GET', `/v1/listings/${id}`, { token: first().token })).json();
    expect(listing.input.state).toBe('withdrawn');
    const body = listingInput([await sentPhoto(market, first())], producer(first()));
    const late = await market.call('PUT', `/v1/listings/${newId()}`, { token: first().token, body });
    expect((await late.json()).issues).toEqual([{ path: '', code: 'practice_closing' }]);
    market.clock.advance(29 * 60_000);
    await closeRooms(market.deps);
    expect((await me()).status).toBe(200);
    market.clock.advance(60_000);
    await closeRooms(market.deps);
    expect((await me()).status).toBe(410);
  });

  it('is closed by itself two hours before its time is over', async () => {
    const { id } = await withArticle();
    const state = async () =>
      (await (await market.call('GET', `/v1/listings/${id}`, { token: first().token })).json()).input.state;
    market.clock.set(new Date(room.ends_at.getTime() - 2 * 3_600_000 - 1).toISOString());
    await closeRooms(market.deps);
    expect(await state()).toBe('live');
    market.clock.advance(1);
    await closeRooms(market.deps);
    expect(await state()).toBe('withdrawn');
  });

  it('says 410 with words everywhere once its time is over, also before the job has come by', async () => {
    const { id } = await sentListing(market, first(), producer(first()));
    const asked = await post(market, `/p/${id}/tanya`, { id: newId(), text: 'Masih ada?', consent: '1' });
    const thread = asked.headers.get('location') ?? '';
    const pages = [path, `${path}/lembar`, `/latihan/pasar/${room.id}`, `/p/${id}`, `/p/${id}/tanya`, thread];
    pages.push(`/undang/${first().invite}`, `/desa/${first().slug}`);
    const look = async () => {
      for (const page of pages) {
        const answer = await get(page);
        expect([page, answer.status]).toEqual([page, 410]);
        expect(await answer.text()).toContain('sudah selesai');
      }
      expect((await me()).status).toBe(410);
      // A code that a released extension knows too, and what only a newer one reads.
      expect(await (await me()).json()).toMatchObject({ code: 'unauthorized', practiceOver: true });
      const body = { invite: first().invite, id: newId(), name: 'Laptop' };
      expect((await (await market.call('POST', '/v1/devices', { body })).json()).code).toBe('invite_used');
    };
    market.clock.set(room.ends_at.toISOString());
    await look();
    await closeRooms(market.deps);
    await look();
  });

  it('leaves nothing behind that somebody typed, and forgets no table', async () => {
    await withArticle();
    await playBuyers(market.deps);
    market.clock.set(room.ends_at.toISOString());
    await closeRooms(market.deps);
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where column_name = 'village_id' and table_schema = 'public'`.execute(market.deps.db);
    expect(rows.map(({ name }) => name).sort()).toEqual([...TYPED, ...KEPT].sort());
    for (const table of TYPED) {
      const left = await sql`select from ${sql.table(table)} where village_id = ${first().id}`.execute(market.deps.db);
      expect([table, left.rows.length]).toEqual([table, 0]);
    }
    const devices = market.deps.db.selectFrom('devices').select('name').where('village_id', '=', first().id);
    expect(await devices.execute()).toEqual([{ name: '' }]);
  });

  it('is reset and ended from the command line too', async () => {
    const url = `${market.deps.config.baseUrl}${path}`;
    await withArticle();
    expect((await runCommand(market.deps, ['practice-reset', url], 'id')).text).toContain('dikosongkan');
    expect((await runCommand(market.deps, ['practice-end', url], 'id')).text).toContain('30 menit');
    expect((await runCommand(market.deps, ['practice-end', url], 'id')).text).toContain('sudah dihapus');
    expect((await runCommand(market.deps, ['practice-end', 'https://x.example/latihan/abc'], 'id')).ok).toBe(false);
  });
});
