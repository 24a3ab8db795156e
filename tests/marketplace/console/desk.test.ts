import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#contract/time.ts';
import { runCommand } from '#marketplace/admin/commands.ts';
import { auditLines } from '#marketplace/operators/audit.ts';
import { newSheets } from '#marketplace/villages/sheets.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, openThread, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { localSite, page } from '#tests/marketplace/localSite.ts';
import { headerOf, startMailServer } from '#tests/marketplace/notify/mailServer.ts';
import { phoneIn } from '#tests/marketplace/notify/phone.ts';
import { type DeskMarket, deskMarket, SECRETS, SITE } from './deskMarket.ts';
import { type SignedIn, signedIn } from './operator.ts';

describe.each(backends)("the operator's desk on %s", (backend) => {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  let market: Marketplace;
  let desk: DeskMarket;
  let rina: SignedIn;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    server.mails.length = 0;
    market = await startMarketplace({ backend, config: { mail: server.settings, allowPrivateHosts: true } });
    desk = await deskMarket(market);
    rina = await signedIn(market);
    return () => market.stop();
  });

  const text = async (path: string) => textOf(await (await rina.get(path)).text());
  /** Presses a button and reads the page that it leads to. */
  async function press(path: string, fields: Record<string, string> = {}): Promise<string> {
    const answer = await rina.post(path, fields);
    expect(answer.status, path).toBe(303);
    return text(answer.headers.get('location') ?? '');
  }
  const log = async () =>
    (await auditLines(market.deps, null, 100)).map(({ action, subject }) => `${action} ${subject}`);
  const villagesNow = () => market.deps.db.selectFrom('villages').select('name').orderBy('name').execute();

  it('says what waits, and once it is done that nothing does', async () => {
    const home = await text('/pengelola');
    for (const waits of ['diterima', 'Laporan', 'ditahan', 'dijawab', 'Tautan', 'resep']) expect(home).toContain(waits);
    const { db } = market.deps;
    await db.updateTable('villages').set({ status: 'approved' }).execute();
    for (const table of ['reports', 'village_reports', 'site_requests', 'recipes'] as const)
      await db.deleteFrom(table).execute();
    await db.updateTable('listings').set({ backlink_reason: null }).execute();
    await db.updateTable('inquiries').set({ erased: true }).execute();
    expect(await text('/pengelola')).toContain('Tidak ada yang menunggu');
  });

  it('reads a pasted list line by line, says what is wrong with which, and makes nothing until all is right', async () => {
    const before = await villagesNow();
    const list = [
      'Nama\tSitus\tKecamatan\tKabupaten',
      'Desa Satu\tsatu.desa.id\tBobotsari\tPurbalingga',
      'Desa Dua; https://dua.desa.id/; Bobotsari',
      '; https://tiga.desa.id',
      'Desa 081234567890; https://empat.desa.id',
      'Desa Lima; bukan situs',
      'Desa Enam; https://satu.desa.id',
      `Dagan lagi; ${SITE}`,
    ].join('\r\n');
    const looked = await rina.post('/pengelola/undang', { daftar: list });
    const said = textOf(await looked.text());
    for (const fault of [
      'Namanya kosong',
      'nomor telepon',
      'bukan alamat situs',
      'di baris sebelumnya',
      '4 baris perlu',
    ])
      expect(said).toContain(fault);
    expect(said).toContain('sudah ada sebagai Desa Dagan');
    const forced = await rina.post('/pengelola/undang/buat', { daftar: list, lembar: newSheets() });
    expect(forced.status).toBe(422);
    expect(await villagesNow()).toEqual(before);
  });

  it('makes villages and sheets once, however often it is pressed, each with an invite that works', async () => {
    const before = (await villagesNow()).length;
    const sheets = newSheets();
    const fields = { daftar: `Desa Satu;https://satu.desa.id;Bobotsari;Purbalingga\nDagan;${SITE}`, lembar: sheets };
    const [one, two] = await Promise.all([
      rina.post('/pengelola/undang/buat', fields),
      rina.post('/pengelola/undang/buat', fields),
    ]);
    expect([one.headers.get('location'), two.headers.get('location')]).toEqual(
      Array(2).fill(`/pengelola/undangan/${sheets}`),
    );
    expect((await villagesNow()).length).toBe(before + 1);
    const html = await (await rina.get(`/pengelola/undangan/${sheets}`)).text();
    const links = [...html.matchAll(/pasar\.example(\/undang\/[0-9a-z]+)</g)].map(([, path = '']) => path);
    expect(new Set(links).size).toBe(2);
    expect(html.match(/<svg class="qr"/g)?.length).toBe(2);
    for (const path of links) expect((await market.call('GET', path)).status).toBe(200);
    const used = { invite: links[0]?.split('/').at(-1), id: 'abcdefghijklmnop', name: 'Laptop' };
    expect((await market.call('POST', '/v1/devices', { body: used })).status).toBeLessThan(300);
    expect(await text(`/pengelola/undangan/${sheets}`)).toContain('undangan ini sudah dipakai');
    expect((await log()).filter((line) => line.startsWith('village_invited'))).toHaveLength(2);
    expect((await rina.get(`/pengelola/undangan/${newSheets()}`)).status).toBe(404);
    const stored = JSON.stringify(await market.deps.db.selectFrom('invites').selectAll().execute());
    for (const path of [sheets, ...links.map((link) => link.slice(8))]) expect(stored).not.toContain(path);
  });

  it('approves, and suspends with a new proof alone; the storefront follows', async () => {
    const path = `/pengelola/desa/${desk.waiting.slug}`;
    expect(await press(`${path}/terima`)).toContain('Desa ini diterima');
    expect(await press(`${path}/terima`)).toContain('memang sudah begitu');
    market.clock.advance(6 * MINUTE);
    const dagan = `/pengelola/desa/${desk.dagan.slug}/tangguhkan`;
    expect((await rina.get(dagan)).headers.get('location')).toContain('/pengelola/masuk?ke=');
    expect((await rina.post(dagan)).status).toBe(403);
    expect((await market.call('GET', `/p/${desk.gula.slug}`)).status).toBe(200);
    rina = await signedIn(market, 'operator', 'Bu Wati');
    expect(await press(dagan)).toContain('ditangguhkan');
    expect((await market.call('GET', `/p/${desk.gula.slug}`)).status).toBe(404);
    expect((await log()).filter((line) => /approved|suspended/.test(line))).toEqual([
      'village_suspended Desa Dagan',
      'village_approved Desa Baru',
    ]);
  });

  it('shuts a phone out, which has nothing any more then', async () => {
    const phone = phoneIn(market);
    await phone.pair(desk.dagan);
    const id = (
      await market.deps.db.selectFrom('devices').select('id').where('kind', '=', 'phone').executeTakeFirstOrThrow()
    ).id;
    const path = `/pengelola/desa/${desk.dagan.slug}`;
    expect(await text(path)).toContain('HP Bu Rina');
    const revoke = { perangkat: id };
    expect(await press(`${path}/cabut`, revoke)).toContain('dicabut');
    expect((await phone.open('/jawab')).status).toBe(401);
    await press(`${path}/cabut`, revoke);
    expect((await log()).filter((line) => line.startsWith('device_revoked'))).toHaveLength(1);
    expect(await press(`/pengelola/desa/${desk.onje.slug}/cabut`, revoke)).toContain('tidak ditemukan di desa ini');
  });

  it('hides with a reason alone, which its village reads and others do not, and shows again', async () => {
    const product = { produk: desk.gula.id, ke: '/pengelola/laporan' };
    const hide = (reason: string) => press('/pengelola/produk/sembunyikan', { ...product, alasan: reason });
    expect(await hide('  ')).toContain('tulis dulu alasannya');
    expect((await market.call('GET', `/p/${desk.gula.slug}`)).status).toBe(200);
    const said = await hide('Fotonya bukan produk ini');
    expect(said).toContain('disembunyikan');
    expect(said).not.toContain(SECRETS.reporter);
    await hide('Fotonya bukan produk ini');
    expect((await market.call('GET', `/p/${desk.gula.slug}`)).status).toBe(404);
    expect(await text('/pengelola/produk?keadaan=hidden&q=gula')).toContain('Alasan: Fotonya bukan produk ini');
    expect(await press('/pengelola/produk/tampilkan', product)).toContain('tidak disembunyikan lagi');
    expect((await market.call('GET', `/p/${desk.gula.slug}`)).status).toBe(200);
    expect((await log()).filter((line) => line.startsWith('listing_'))).toEqual([
      `listing_shown /p/${desk.gula.id}`,
      `listing_hidden /p/${desk.gula.id}`,
    ]);
    expect(await press('/pengelola/produk/tampilkan', { produk: '0000000000000000' })).toContain('tidak ditemukan');
  });

  it('finds products by word, village and address, masks a number in a name, and goes on where a page ends', async () => {
    expect(await text('/pengelola/produk?q=keripik')).toContain('Keripik pisang');
    expect(await text('/pengelola/produk?q=Onje')).not.toContain('Keripik pisang');
    expect(await text(`/pengelola/produk?q=https://pasar.example/p/${desk.keripik.slug}`)).toContain('Keripik pisang');
    expect(await text('/pengelola/produk?q=%25')).toContain('Tidak ada yang cocok');
    await market.deps.db
      .updateTable('listings')
      .set({ name: 'Gula 081234567890' })
      .where('id', '=', desk.gula.id)
      .execute();
    expect(await text('/pengelola/produk')).not.toContain('081234567890');
    for (let n = 0; n < 52; n++) await addListing(market, desk.onje, { name: `Kopi ${n}` });
    const seen = new Set<string>();
    for (let path = '/pengelola/produk?q=kopi'; path !== ''; ) {
      const html: string = await (await rina.get(path)).text();
      for (const [, name = ''] of html.matchAll(/<b>(Kopi \d+)<\/b>/g)) seen.add(name);
      path = /href="(\/pengelola\/produk\?[^"]*setelah=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    }
    expect(seen.size).toBe(52);
  });

  it('closes reports of products and villages', async () => {
    const before = await text('/pengelola/laporan');
    for (const words of [SECRETS.reporter, SECRETS.reporterOfVillage, 'penipuan']) expect(before).toContain(words);
    await press('/pengelola/laporan/selesai', { produk: desk.gula.id });
    const after = await press('/pengelola/laporan/selesai', { desa: desk.onje.slug });
    expect(after).toContain('Tidak ada laporan baru');
    await press('/pengelola/laporan/selesai', { desa: desk.onje.slug });
    expect((await log()).filter((line) => line.startsWith('reports_closed'))).toHaveLength(2);
  });

  it('reads a held conversation with a line in the log, and no other conversation at all', async () => {
    const path = `/pengelola/ditahan/${desk.dagan.id}/${desk.held.id}`;
    const queue = await text('/pengelola/ditahan');
    expect(queue).toContain('ditahan untuk diperiksa');
    expect(queue).not.toContain(SECRETS.held);
    const read = await text(path);
    expect(read).toContain(SECRETS.held);
    expect(read).not.toContain(SECRETS.buyerPhone);
    expect((await log())[0]).toBe('thread_read Desa Dagan');
    expect((await rina.get(`/pengelola/ditahan/${desk.dagan.id}/${desk.asked.id}`)).status).toBe(404);
    const looked = {
      desa: desk.dagan.id,
      tanya: desk.held.id,
      sampai: /name="sampai" value="(\d+)"/.exec(await (await rina.get(path)).text())?.[1] ?? '',
    };
    expect(await press('/pengelola/ditahan/selesai', looked)).toContain('Tidak ada percakapan yang ditahan');
    const buyer = buyerIn(market);
    const thread = await buyer.open(`/tanya/${desk.held.secret}`);
    await buyer.submit(thread, '/pesan', { text: 'lagi https://tipu.example' });
    expect(await text('/pengelola/ditahan')).toContain('ditahan untuk diperiksa');
    expect(await press('/pengelola/ditahan/selesai', looked)).toContain('sudah ada pesan baru'.slice(6));
    expect(JSON.stringify(await auditLines(market.deps, null, 50))).not.toContain(SECRETS.buyerName);
  });

  it('reminds a village once a day by what it has, and says when it has nothing', async () => {
    const key = { desa: desk.dagan.id, tanya: desk.asked.id };
    const remind = () => press('/pengelola/menunggu-jawab/ingatkan', key);
    expect(await text('/pengelola/menunggu-jawab')).toContain('Desa ini tidak bisa dikabari');
    expect(await remind()).toContain('Tidak ada pengingat');
    const phone = phoneIn(market);
    await phone.pair(desk.dagan);
    await phone.submit(await phone.open('/jawab'), '/jawab/surel', { email: 'kades@dagan.example' });
    expect(await remind(), 'an address that nobody confirmed is none').toContain('Tidak ada pengingat');
    await market.deps.db.updateTable('contacts').set({ confirmed: true }).execute();
    await market.runJobs();
    server.mails.length = 0;
    expect(await remind()).toContain('akan dikirim');
    expect(await remind()).toContain('sudah diingatkan dalam 24 jam');
    await market.runJobs();
    expect(server.mails.map((mail) => headerOf(mail, 'Subject'))).toEqual(['Pertanyaan pembeli masih menunggu']);
    expect(await text('/pengelola/menunggu-jawab')).toContain('terkirim');
    market.clock.advance(DAY);
    rina = await signedIn(market, 'operator', 'Bu Wati');
    await remind();
    await market.runJobs();
    expect(server.mails.length).toBe(2);
    await villageSide(market, desk.dagan).send(desk.asked.id, { kind: 'reply', text: 'Masih ada.' });
    market.clock.advance(DAY);
    rina = await signedIn(market, 'operator', 'Bu Sri');
    expect(await remind()).toContain('tidak menunggu jawaban sekarang');
    expect((await log()).filter((line) => line.startsWith('village_reminded'))).toHaveLength(2);
  });

  it("shows a buyer other villages on the buyer's own page alone, until the village answers", async () => {
    const buyer = buyerIn(market);
    const link = '/produk/gula-semut';
    const mine = () => buyer.open(`/tanya/${desk.asked.secret}`).then(({ html }) => html.includes(`href="${link}"`));
    expect(await mine()).toBe(false);
    const key = { desa: desk.dagan.id, tanya: desk.asked.id };
    const before = await market.deps.db.selectFrom('inquiries').select('id').orderBy('id').execute();
    for (let twice = 0; twice < 2; twice++)
      expect(await press('/pengelola/menunggu-jawab/tunjukkan', key)).toContain('Halaman pembeli itu sekarang');
    expect((await log()).filter((line) => line.startsWith('buyer_offered'))).toHaveLength(1);
    expect(await mine()).toBe(true);
    expect((await market.call('GET', link)).status).toBe(200);
    expect(await market.deps.db.selectFrom('inquiries').select('id').orderBy('id').execute(), 'nobody else is asked').toEqual(before);
    await villageSide(market, desk.dagan).send(desk.asked.id, { kind: 'reply', text: 'Masih ada.' });
    expect(await mine()).toBe(false);
    const alone = await addListing(market, desk.dagan, { name: 'Tempe bungkil' });
    const thread = await openThread(market, alone);
    market.clock.advance(DAY + HOUR);
    rina = await signedIn(market, 'operator', 'Bu Wati');
    const nobody = { desa: desk.dagan.id, tanya: thread.id };
    expect(await press('/pengelola/menunggu-jawab/tunjukkan', nobody)).toContain('Belum ada desa lain');
  });

  it('tells a link that is not there from a page that could not be looked at, and looks again when asked', async () => {
    const site = await localSite((_, response) => response.writeHead(503).end());
    try {
      await market.deps.db
        .updateTable('villages')
        .set({ sites: [site.url] })
        .where('id', '=', desk.onje.id)
        .execute();
      const { id } = await addListing(market, desk.onje, { name: 'Kopi lereng' });
      await market.deps.db
        .updateTable('listings')
        .set({ backlink_url: `${site.url}/kopi`, backlink_state: 'broken', backlink_reason: 'status' })
        .where('id', '=', id)
        .execute();
      const before = await text('/pengelola/tautan');
      expect(before).toMatch(/Tautannya tidak ada.*Gula semut.*Belum bisa diperiksa.*Kopi lereng.*sedang terganggu/s);
      site.answer = page(`<a href="https://pasar.example/p/${id}">Beli</a>`);
      expect(await press('/pengelola/tautan/periksa', { produk: id })).toContain('Pemeriksaan diminta');
      await market.runJobs();
      expect(await text('/pengelola/tautan')).not.toContain('Kopi lereng');
      expect(await press('/pengelola/tautan/periksa', { produk: desk.keripik.id })).toContain('tidak diperiksa');
    } finally {
      site.stop();
    }
  });

  it('adds and refuses sites, never one of another village, and offers recipes', async () => {
    const of = (situs: string) => ({ desa: desk.dagan.slug, situs });
    expect(await press('/pengelola/situs/tolak', of('https://lain.example'))).toContain('ditolak');
    expect(await press('/pengelola/situs/tolak', of('https://asing.example'))).toContain('tidak meminta situs');
    expect(await press('/pengelola/situs/tambah', of('https://lain.example'))).toContain('tercatat sebagai situs desa');
    await press('/pengelola/situs/tambah', of('https://lain.example'));
    expect(await press('/pengelola/situs/tambah', of('https://onje.desa.id'))).toContain('pada desa lain');
    expect(await press('/pengelola/situs/tambah', of('bukan'))).toContain('bukan alamat situs');
    expect(await press('/pengelola/situs/tawarkan', of('https://lain.example'))).toContain('tidak ada yang diubah');
    expect(await press('/pengelola/situs/tawarkan', of(SITE))).toContain('Cara itu dibagikan');
    const id = /name="resep" value="([^"]+)"/.exec(await (await rina.get('/pengelola/situs')).text())?.[1] ?? '';
    expect(await press('/pengelola/situs/batal', { resep: id })).toContain('Tidak dibagikan lagi');
    expect(await press('/pengelola/situs/batal', { resep: id })).toContain('memang tidak sedang dibagikan');
    expect((await log()).filter((line) => /^(site|recipe)_/.test(line))).toEqual([
      expect.stringMatching(/^recipe_withdrawn/),
      'recipe_offered Desa Dagan',
      'site_added Desa Dagan',
      'site_refused Desa Dagan',
    ]);
  });

  it('leads nowhere but into the console', async () => {
    for (const ke of ['https://evil.example', '//evil.example', '/p/x']) {
      const answer = await rina.post('/pengelola/produk/tampilkan', { produk: desk.gula.id, ke });
      expect(answer.headers.get('location')).toMatch(/^\/pengelola(\?|\/|$)/);
    }
  });

  it('is asked in the same words from the command line', async () => {
    const say = async (...argv: string[]) => (await runCommand(market.deps, argv, 'id')).text;
    expect(await say('villages', 'baru')).toMatch(/^baru /);
    expect(await say('villages', '--waiting')).not.toContain('Desa Dagan');
    expect(await say('products', 'keripik')).toContain(SECRETS.reason);
    expect(await say('links')).toContain(`${SITE}/artikel/1`);
    const held = await say('held');
    expect(held).toContain('Gula semut');
    expect(held).not.toContain(SECRETS.held);
    expect(await say('look', desk.gula.id)).toContain('Pemeriksaan diminta');
    expect(await say('look', desk.keripik.id)).toContain('tidak diperiksa');
  });
});
