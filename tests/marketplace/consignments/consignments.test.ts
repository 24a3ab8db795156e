import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONSIGNMENT_DAYS, CONSIGNMENTS_MAX } from '#contract';
import { newId } from '#contract/newId.ts';
import { DAY } from '#contract/time.ts';
import { forgetConsignments } from '#marketplace/consignments/waiting.ts';
import { backends, type Marketplace, sha256, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { jpeg, noise, pixelBomb } from '#tests/marketplace/pictures.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { formPath, photo, type Typed, villagerIn, waiting } from './villager.ts';

/** The beginning of a file in a form. */
const HEAD = '--x\r\ncontent-disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n';
const NUMBER = '81299988877';

describe.each(backends)('"Titip jual", on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let path: string;
  let siti: ReturnType<typeof villagerIn>;
  let address = 0;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    market.clock.advance(DAY);
    dagan = await market.village('Desa Dagan', ['https://dagan.desa.id']);
    path = await formPath(market, dagan);
    siti = villagerIn(market, path, `198.51.100.${++address}`);
  });

  const sent = async (typed: Typed = {}, photos?: Uint8Array<ArrayBuffer>[]) => {
    const response = await siti.send(typed, { photos: photos ?? [await photo()] });
    expect(response.status).toBe(303);
    return response;
  };
  const one = async () => {
    const [consignment] = (await waiting(market, dagan)).consignments;
    if (consignment === undefined) throw new Error('nothing waits');
    return consignment;
  };
  const end = (id: string, outcome: string, { token }: { token: string } = dagan) =>
    market.call('PUT', `/v1/consignments/${id}/outcome`, { token, body: { outcome } });
  const picture = (id: string, hash: string, { token }: { token: string } = dagan) =>
    market.call('GET', `/v1/consignments/${id}/photos/${hash}`, { token });
  const rows = async (table: 'consignments' | 'consignment_photos') =>
    market.deps.db.selectFrom(table).selectAll().where('village_id', '=', dagan.id).execute();

  it('brings what was said, with the photo made anew, to every device of the village and to no other village', async () => {
    const response = await sent();
    expect(response.headers.get('location')).toBe(`${path}/terkirim`);
    const consignment = await one();
    expect(consignment).toMatchObject({
      name: 'Keripik singkong pedas',
      price: 10_000,
      unit: 'bungkus',
      description: 'Digoreng pagi, tahan sebulan.',
      maker: { name: 'Bu Siti', phone: `+62${NUMBER}` },
      sentAt: market.clock.now().toISOString(),
    });
    const [kept] = consignment.photos;
    const file = await picture(consignment.id, kept?.hash ?? '');
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(sha256(bytes)).toBe(kept?.hash);
    expect(Buffer.from(bytes).includes('Kamera Rahasia')).toBe(false);
    expect((await waiting(market, await market.device(dagan.id))).consignments).toHaveLength(1);
    const onje = await market.village('Desa Onje', ['https://onje.desa.id']);
    expect((await waiting(market, onje)).consignments).toEqual([]);
    expect((await picture(consignment.id, kept?.hash ?? '', onje)).status).toBe(404);
    expect((await end(consignment.id, 'refused', onje)).status).toBe(404);
    expect((await market.call('GET', '/v1/consignments')).status).toBe(401);
  });

  it.each([
    [
      { price: '85rb/ekor', unit: '' },
      { price: 85_000, unit: null, unitWord: 'ekor' },
    ],
    [
      { price: 'Rp 85.000 per kg', unit: '' },
      { price: 85_000, unit: 'kg' },
    ],
    [
      { price: '85rb/kg', unit: 'kg' },
      { price: 85_000, unit: 'kg' },
    ],
    [
      { price: '50rb', unit: '', unitWord: 'Loyang' },
      { price: 50_000, unit: null, unitWord: 'Loyang' },
    ],
    [
      { price: '50rb', unit: '', unitWord: 'Bungkus' },
      { price: 50_000, unit: 'bungkus' },
    ],
  ])('reads how it is counted (%j)', async (typed, said) => {
    await sent(typed);
    const consignment = await one();
    expect(consignment).toMatchObject(said);
    expect('unitWord' in consignment).toBe('unitWord' in said);
  });

  it('keeps what was typed where the photos together are more than is taken', async () => {
    const heavy = new Uint8Array(17 * 1024 * 1024);
    const response = await siti.send({}, { photos: [heavy, heavy] });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('value="Keripik singkong pedas"');
    expect(textOf(html)).toContain('foto yang terlalu besar');
  });

  it('says what is wrong at the field, and keeps everything typed and the photo', async () => {
    const typed = { name: 'Keripik WA 0812-9998-8877', price: '25-30rb', consent: '', phone: '0812' };
    const response = await siti.send(typed, { photos: [await photo()] });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('value="25-30rb"');
    expect(html).toContain('value="Bu Siti"');
    expect(html).toContain('href="#isi-name"');
    expect(html).toContain('href="#isi-price"');
    expect(html).toContain('href="#isi-phone"');
    expect(html).toContain('href="#isi-consent"');
    expect(textOf(html)).toContain('Tulis satu harga saja');
    expect(html).toContain('src="data:image/jpeg;base64,');
    expect(response.headers.get('content-security-policy')).toContain("img-src 'self' data:;");
    expect((await waiting(market, dagan)).consignments).toEqual([]);
    // No photo is chosen the second time.
    expect((await siti.send({}, { html })).status).toBe(303);
    expect((await one()).photos).toHaveLength(1);
  });

  it.each([
    ['price', { price: '' }, 'Tulis harganya'],
    ['price', { price: '25' }, 'lebih dari satu cara'],
    ['price', { price: '2 miliar sekian' }, 'Tulis satu harga saja'],
    ['price', { price: '50000000000' }, 'terlalu besar'],
    ['unit', { price: '85rb/ekor', unit: 'kg' }, 'Satuannya dua'],
    ['unitWord', { unit: '', unitWord: 'Rp' }, 'mata uang'],
    ['name', { name: '' }, 'Tulis nama barangnya'],
    ['name', { name: 'Keripik WA 0812-9998-8877' }, 'Ada nomor telepon'],
    ['name', { name: 'Keri\u202epik' }, 'huruf tersembunyi'],
    ['description', { description: 'hubungi 0812 9998 8877' }, 'Ada nomor telepon'],
    ['producer', { producer: 'Siti 081299988877' }, 'Ada nomor telepon'],
    ['producer', { producer: '' }, 'Tulis nama Anda'],
    ['phone', { phone: '12' }, 'Nomor belum benar'],
    ['phone', { phone: '' }, 'Nomor belum benar'],
  ] as const)('refuses a wrong %s (%j)', async (field, typed, words) => {
    const response = await siti.send(typed, { photos: [await photo()] });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(`href="#isi-${field}"`);
    expect(textOf(html)).toContain(words);
    expect((await waiting(market, dagan)).consignments).toEqual([]);
  });

  it('makes texts well-formed: half an emoji, unseen marks, line ends of a browser', async () => {
    await sent({ name: 'Keri\u200bpik  pisang', description: 'a\r\nb' });
    expect(await one()).toMatchObject({ name: 'Keripik pisang', description: 'a\nb' });
  });

  it('takes up to three photos, and says of the rest what is wrong without losing those that are right', async () => {
    const none = await siti.send();
    expect(textOf(await none.text())).toContain('paling sedikit satu foto');
    const big = await noise(1200, 1200);
    expect(big.length).toBeGreaterThan(400_000);
    const wrong = await siti.send({}, { photos: [await photo(), big] });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(textOf(html)).toContain('foto yang terlalu besar');
    const many = await siti.send({}, { html, photos: [await photo(), await photo(), await photo(), await photo()] });
    const again = await many.text();
    expect(textOf(again)).toContain('Paling banyak tiga foto');
    expect(again.match(/name="kept"/g)).toHaveLength(3);
    expect((await siti.send({}, { html: again })).status).toBe(303);
    expect((await one()).photos).toHaveLength(3);
  });

  it('refuses what is no photo, and a small file that unpacks to gigabytes', async () => {
    for (const [file, words] of [
      [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'bukan foto'],
      [pixelBomb(20_000), 'terlalu besar'],
      [(await jpeg()).slice(0, 2_000), 'bukan foto'],
    ] as const) {
      const response = await siti.send({}, { photos: [new Uint8Array(file)] });
      expect(response.status).toBe(422);
      expect(textOf(await response.text())).toContain(words);
    }
    expect(await rows('consignment_photos')).toEqual([]);
  });

  it('nothing of it is public: no page, feed or address shows it, the photo neither', async () => {
    await sent({ name: 'Wajik rahasia', producer: 'Mbok Rahasia' });
    const { photos, id } = await one();
    const { id: listing } = await sentListing(market, dagan);
    const village = [`/desa/${dagan.slug}`, `/desa/${dagan.slug}/feed.xml`, `/p/${listing}`, '/cari?q=wajik'];
    const own = [
      path,
      `${path}/terkirim`,
      `/p/${id}`,
      `/v1/consignments`,
      `/v1/consignments/${id}/photos/${photos[0]?.hash}`,
    ];
    for (const at of ['/', '/desa', '/feed.xml', '/feed/katalog.xml', '/sitemap.xml', ...village, ...own]) {
      const text = await (await market.call('GET', at)).text();
      expect(text, at).not.toContain('Rahasia');
      expect(text, at).not.toContain('Wajik');
      expect(text, at).not.toContain(NUMBER);
    }
    for (const file of ['320.webp', '1280.jpg'])
      expect((await market.call('GET', `/photos/${photos[0]?.hash}/${file}`)).status).toBe(404);
    const form = await siti.open();
    expect(form.html).toContain('name="robots" content="noindex"');
    expect(form.headers.get('referrer-policy')).toBe('same-origin');
    expect(form.headers.get('cache-control')).toContain('private');
  });

  it('is gone for everybody once a device has taken it; that device may say so again, another one hears that it is gone', async () => {
    await sent();
    const { id, photos } = await one();
    const other = await market.device(dagan.id);
    expect((await end(id, 'taken')).status).toBe(200);
    expect((await end(id, 'taken')).status).toBe(200);
    expect((await end(id, 'taken', other)).status).toBe(404);
    expect((await waiting(market, other)).consignments).toEqual([]);
    expect((await picture(id, photos[0]?.hash ?? '')).status).toBe(404);
    expect(await rows('consignment_photos')).toEqual([]);
    const [row] = await rows('consignments');
    expect(JSON.stringify(row)).not.toContain('Siti');
    expect((await end(newId(), 'taken')).status).toBe(404);
    expect((await end(id, 'sold')).status).toBe(422);
  });

  it('two devices that take it at once: one has it', async () => {
    await sent();
    const { id } = await one();
    const other = await market.device(dagan.id);
    const answers = await Promise.all([end(id, 'taken'), end(id, 'refused', other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('a photo that another one names too stays until that one has gone', async () => {
    const shared = await photo();
    await sent({ name: 'Keripik pisang' }, [shared]);
    await sent({ name: 'Keripik ubi' }, [shared]);
    const [first, second] = (await waiting(market, dagan)).consignments;
    await end(first?.id ?? '', 'refused');
    expect((await picture(second?.id ?? '', second?.photos[0]?.hash ?? '')).status).toBe(200);
    await end(second?.id ?? '', 'refused');
    expect(await rows('consignment_photos')).toEqual([]);
  });

  it('the same form sent twice is one, and twice at once too', async () => {
    const { html } = await siti.open();
    const photos = [await photo()];
    const answers = await Promise.all([siti.send({}, { html, photos }), siti.send({}, { html, photos })]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await siti.send({}, { html, photos })).status).toBe(303);
    expect((await waiting(market, dagan)).consignments).toHaveLength(1);
  });

  it('a link that was renewed ends, once however often it is asked', async () => {
    const was = `https://pasar.example${path}`;
    const renew = async () =>
      (await (await market.call('PUT', '/v1/consignment-link', { token: dagan.token, body: { was } })).json()).link;
    const link = await renew();
    expect(link).not.toBe(was);
    expect(await renew()).toBe(link);
    expect((await siti.open()).status).toBe(404);
    expect((await siti.open(new URL(link).pathname)).status).toBe(200);
    expect((await siti.open('/titip/zzzzzzzzzzzzzzzz')).status).toBe(404);
    expect((await siti.open('/titip/%00')).status).toBe(404);
  });

  it('a village that is not approved has no form', async () => {
    await market.deps.db.updateTable('villages').set({ status: 'waiting' }).where('id', '=', dagan.id).execute();
    expect((await siti.open()).status).toBe(404);
    expect((await siti.send()).status).toBe(404);
  });

  it('a press on another site’s page, and a filled trap, come back once with what was typed', async () => {
    const { html } = await siti.open();
    const photos = [await photo()];
    const foreign = await siti.send({}, { html, photos, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(foreign.status).toBe(422);
    const shown = await foreign.text();
    expect(shown).toContain('value="Bu Siti"');
    const form = read(shown);
    expect(form.querySelector<HTMLInputElement>('[name=consent]')?.checked).toBe(false);
    expect(form.querySelector<HTMLInputElement>('[name=phone]')?.value).toBe('');
    expect(await rows('consignment_photos')).toEqual([]);
    const trapped = await siti.send({ website: 'x' }, { html, photos });
    expect(trapped.status).toBe(422);
    const again = await trapped.text();
    expect(again).toContain('name="kept"');
    expect((await siti.send({}, { html: again })).status).toBe(303);
  });

  it('anything but such a form is refused', async () => {
    const plain = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await market.call('POST', path, { raw: 'name=x', headers: plain })).status).toBe(400);
    const torn = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await market.call('POST', path, { raw: '--x\r\nabc', headers: torn })).status).toBe(400);
    expect(
      (await market.call('POST', path, { raw: 'x', headers: { 'content-type': 'multipart/form-data' } })).status,
    ).toBe(400);
  });

  it('a form that ends in the midst of a photo is refused, and ends nothing else', async () => {
    const torn = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await market.call('POST', path, { raw: `${HEAD}half a photo`, headers: torn });
    expect(response.status).toBe(400);
    // An error that nobody hears comes after the answer, and would end the process.
    await new Promise((resolve) => setImmediate(resolve));
    expect((await market.call('GET', path)).status).toBe(200);
  });

  it('takes no more of a form without end than three photos of the largest cameras', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(sent === 1 ? Buffer.from(HEAD) : Buffer.alloc(1024 * 1024, 65));
      },
    });
    const init = { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, duplex: 'half' };
    const response = await market.app.request(path, { ...init, body: endless } as RequestInit, {});
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(104);
  });

  it('ends at a number of waiting ones, with a sentence that says so and the form as it was', async () => {
    const said = JSON.stringify({ name: 'x', price: 100, unit: null, description: '', photos: [], producer: {} });
    const ended = { outcome: null, said_by: null, ended_at: null };
    const long = new Date(market.clock.now().getTime() - DAY);
    const full = Array.from({ length: CONSIGNMENTS_MAX }, () => {
      const id = newId();
      return { village_id: dagan.id, id, sent_with: id, said, unproven: false, sent_at: long, ...ended };
    });
    await market.deps.db.insertInto('consignments').values(full).execute();
    const response = await siti.send({}, { photos: [await photo()] });
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(textOf(html)).toContain('sudah penuh');
    await market.deps.db
      .deleteFrom('consignments')
      .where('id', '=', full[0]?.id ?? '')
      .execute();
    expect((await siti.send({}, { html })).status).toBe(303);
  });

  it('one address that sends without end is told to wait, and loses nothing', async () => {
    const photos = [await photo()];
    for (let n = 0; n < 20; n++) await sent({ name: `Keripik ${n}` }, photos);
    const response = await siti.send({ name: 'Keripik lagi' }, { photos });
    expect(response.status).toBe(429);
    const html = await response.text();
    expect(textOf(html)).toContain('Terlalu banyak kiriman');
    expect(html).toContain('value="Keripik lagi"');
  });

  it('forms that are never sent whole do not shut the form: of their photos the oldest go', async () => {
    const kept = { village_id: dagan.id, width: 1, height: 1, bytes: new Uint8Array(1) };
    const loose = Array.from({ length: 80 }, (_, at) => {
      const sent_at = new Date(market.clock.now().getTime() - 1000 * (at + 1));
      return { ...kept, hash: at.toString(16).padStart(64, '0'), sent_at };
    });
    await market.deps.db.insertInto('consignment_photos').values(loose).execute();
    await sent();
    expect(await rows('consignment_photos')).toHaveLength(60);
    expect((await one()).photos).toHaveLength(1);
  });

  it('what nobody looked at goes after 60 days, and a photo without a sent form after one', async () => {
    await sent();
    await siti.send({ price: '' }, { photos: [await photo()] });
    expect(await rows('consignment_photos')).toHaveLength(2);
    market.clock.advance(2 * DAY);
    await forgetConsignments(market.deps);
    expect(await rows('consignment_photos')).toHaveLength(1);
    expect((await waiting(market, dagan)).consignments).toHaveLength(1);
    market.clock.advance(CONSIGNMENT_DAYS * DAY);
    await forgetConsignments(market.deps);
    expect(await rows('consignments')).toEqual([]);
    expect(await rows('consignment_photos')).toEqual([]);
  });

  it('a photo as large as a listing takes fits, whatever is in it', async () => {
    const detailed = new Uint8Array(
      await sharp(await noise(1000, 1000))
        .jpeg({ quality: 30 })
        .toBuffer(),
    );
    expect(detailed.length).toBeLessThan(400_000);
    await sent({}, [detailed]);
    const { id, photos } = await one();
    expect((await (await picture(id, photos[0]?.hash ?? '')).arrayBuffer()).byteLength).toBeLessThanOrEqual(400_000);
  });
});
