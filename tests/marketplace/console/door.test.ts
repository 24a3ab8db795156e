import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '#contract/time.ts';
import { runCommand } from '#marketplace/admin/commands.ts';
import { operators } from '#marketplace/operators/account.ts';
import { auditLines } from '#marketplace/operators/audit.ts';
import { forgetEndedSessions } from '#marketplace/operators/sessions.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { SESSION_COOKIE, sendForm, signedIn } from './operator.ts';

/** A browser keeps what it was given. */
function browser(market: Marketplace) {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    jar,
    get: async (path: string) => keep(await market.call('GET', path, { headers: { cookie: cookie() } })),
    post: async (path: string, fields: Record<string, string> = {}) =>
      keep(await sendForm(market, path, fields, { cookie: cookie() })),
  };
}
type Browser = ReturnType<typeof browser>;

describe.each(backends)('the door of the console on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());

  const command = (...argv: string[]) => runCommand(market.deps, argv, 'id');
  const codeIn = async (page: Promise<Response>) =>
    /operator-link[^<]*?([A-Z2-9]{8})</.exec(await (await page).text())?.[1] ?? '';
  let count = 0;
  /** An account and the link that the command line prints for a browser. */
  async function linkFor(visitor: Browser): Promise<string> {
    const name = `Pak Joko ${count++}`;
    expect((await command('operator', name)).ok).toBe(true);
    const { text } = await command('operator-link', name, await codeIn(visitor.get('/pengelola/masuk')));
    return /\/pengelola\/masuk\/[0-9a-z]+/.exec(text)?.[0] ?? text;
  }

  it('lets in by a link from the command line, once, in the browser that asked, within ten minutes', async () => {
    const mine = browser(market);
    const path = await linkFor(mine);
    const other = browser(market);
    await other.get('/pengelola/masuk');
    expect((await other.get(path)).status).toBe(403);
    expect((await other.post(path)).status).toBe(403);
    expect((await mine.get(path)).status).toBe(200);
    const entered = await mine.post(path);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/pengelola']);
    expect((await mine.get('/pengelola/catatan')).status).toBe(200);
    expect((await mine.post(path)).status).toBe(404);
    const late = browser(market);
    const old = await linkFor(late);
    market.clock.advance(10 * MINUTE);
    expect((await late.post(old)).status).toBe(404);
  });

  it('leads to the page that was asked for, and never out of the console', async () => {
    const mine = browser(market);
    const away = (await mine.get('/pengelola/catatan?sebelum=9')).headers.get('location') ?? '';
    expect(away).toBe('/pengelola/masuk?ke=%2Fpengelola%2Fcatatan%3Fsebelum%3D9');
    const path = await linkFor(mine);
    expect((await mine.post(`${path}?ke=/pengelola/catatan?sebelum=9`)).headers.get('location')).toBe(
      '/pengelola/catatan?sebelum=9',
    );
    for (const bad of ['//evil.example', 'https://evil.example', '/pengelola/../p', '/pengelola@evil', '\\\\evil']) {
      const again = browser(market);
      const entered = await again.post(`${await linkFor(again)}?${new URLSearchParams({ ke: bad })}`);
      expect(entered.headers.get('location'), bad).toMatch(/^\/pengelola(\?|$)/);
    }
  });

  it('is over after 30 minutes without a page, after twelve hours, and when the account ends', async () => {
    const one = await signedIn(market, 'operator', 'Bu Idle');
    for (let time = 0; time < 3; time++) {
      market.clock.advance(29 * MINUTE);
      expect((await one.get('/pengelola/catatan')).status).toBe(200);
    }
    market.clock.advance(31 * MINUTE);
    expect((await one.get('/pengelola/catatan')).status).toBe(303);
    const busy = await signedIn(market, 'operator', 'Bu Sibuk');
    for (let passed = 0; passed < 12 * 60; passed += 20) {
      expect((await busy.get('/pengelola/catatan')).status).toBe(200);
      market.clock.advance(20 * MINUTE);
    }
    expect((await busy.get('/pengelola/catatan')).status).toBe(303);
    const ended = await signedIn(market, 'operator', 'Bu Pamit');
    expect((await command('operator-end', 'bu pamit')).ok).toBe(true);
    expect((await ended.get('/pengelola/catatan')).status).toBe(303);
    await forgetEndedSessions(market.deps);
    expect(await market.deps.db.selectFrom('operator_sessions').selectAll().execute()).toEqual([]);
  });

  it('uses no link up that lets nobody in: a dead cookie beside it changes nothing', async () => {
    const mine = browser(market);
    const path = await linkFor(mine);
    mine.jar.set(SESSION_COOKIE, 'x'.repeat(43));
    for (let time = 0; time < 70; time++) expect((await mine.get('/pengelola/akun')).status).toBe(303);
    expect((await mine.post(path)).status).toBe(303);
    expect((await mine.get('/pengelola/akun')).status).toBe(200);
  });

  it('asks for a proof again where it matters, five minutes after the last', async () => {
    const one = await signedIn(market, 'operator', 'Bu Bukti');
    expect((await one.get('/pengelola/akun')).status).toBe(200);
    market.clock.advance(5 * MINUTE);
    expect((await one.get('/pengelola/akun')).headers.get('location')).toContain('lagi=1');
    expect((await one.get('/pengelola/catatan')).status).toBe(200);
    const refused = await one.post('/pengelola/pengelola', { nama: 'Pak Baru', peran: 'operator' });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Pak Baru');
    expect((await operators(market.deps)).map(({ name }) => name)).not.toContain('Pak Baru');
  });

  it('leaves on all devices at once', async () => {
    const one = await signedIn(market, 'viewer', 'Bu Dua');
    const mine = browser(market);
    const code = await codeIn(mine.get('/pengelola/masuk'));
    const { text } = await command('operator-link', 'Bu Dua', code);
    await mine.post(/\/pengelola\/masuk\/[0-9a-z]+/.exec(text)?.[0] ?? '');
    expect((await mine.get('/pengelola/akun')).status).toBe(200);
    const out = await one.post('/pengelola/keluar-semua');
    expect(out.headers.getSetCookie().join()).toContain(`${SESSION_COOKIE}=;`);
    for (const get of [one.get, mine.get]) expect((await get('/pengelola/akun')).status).toBe(303);
  });

  it('gives its cookie to no script, no subdomain and no plain line', async () => {
    const mine = browser(market);
    const entered = await mine.post(await linkFor(mine));
    expect(entered.headers.getSetCookie().join()).toMatch(
      /^__Host-dodolan-pengelola=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(entered.headers.get('cache-control')).toContain('no-store');
  });
});

describe.each(backends)('what operators did, on %s', (backend) => {
  let market: Marketplace;
  beforeEach(async () => {
    market = await startMarketplace({ backend });
    return () => market.stop();
  });

  it('is a log that nobody rewrites', async () => {
    const one = await signedIn(market);
    await one.post('/pengelola/pengelola', { nama: 'Pak Lihat', peran: 'viewer' });
    const [line] = await auditLines(market.deps, null, 10);
    expect([line]).toMatchObject([{ action: 'operator_added', subject: 'Pak Lihat', operator: 'Bu Rina' }]);
    for (const statement of [sql`update audit set operator_name = 'x'`, sql`delete from audit`, sql`truncate audit`])
      await expect(statement.execute(market.deps.db)).rejects.toThrow('only added to');
    const page = await (await one.get('/pengelola/catatan')).text();
    expect(page).toContain('menambah pengelola');
  });

  it('holds what the command line did too, and nothing that failed', async () => {
    const { slug } = await market.village('Desa Dagan');
    const command = (...argv: string[]) => runCommand(market.deps, argv, 'id');
    await command('block', slug);
    await command('approve', 'tidak-ada');
    await command('villages');
    await command('profiles', '--dry-run', '--', `desa;kecamatan\n${slug};Bobotsari`);
    expect(await auditLines(market.deps, null, 10)).toMatchObject([
      { action: 'village_suspended', subject: slug, operator: '' },
    ]);
    expect(await auditLines(market.deps, null, 10)).toHaveLength(1);
  });

  it('keeps the last operator, also when two go at once', async () => {
    const one = await signedIn(market);
    const two = await signedIn(market, 'operator', 'Pak Joko');
    await signedIn(market, 'viewer', 'Bu Lihat');
    await Promise.all([
      one.post('/pengelola/pengelola/akhiri', { akun: one.operator.id }),
      two.post('/pengelola/pengelola/akhiri', { akun: two.operator.id }),
    ]);
    const left = await operators(market.deps);
    expect(left.filter(({ role }) => role === 'operator')).toHaveLength(1);
  });

  it('says what is wrong with a new account, and keeps what was typed', async () => {
    const one = await signedIn(market);
    const refused = await one.post('/pengelola/pengelola', { nama: 'bu rina', surel: 'x@y.id', peran: 'operator' });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('sudah dipakai akun lain');
    expect(page).toContain('value="x@y.id"');
  });
});
