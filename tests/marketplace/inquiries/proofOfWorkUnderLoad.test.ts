import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Inquiry } from '#contract';
import { createApp } from '#marketplace/app.ts';
import { sweepDue } from '#marketplace/inquiries/due.ts';
import { loadSecret } from '#marketplace/secret.ts';
import { PAGE_CSP } from '#marketplace/web/respond.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { newsIn } from '#utils/inbox/announce.ts';
import { buyerIn, type Page, textOf } from './buyer.ts';
import { addListing, openThread, villageSide } from './fixture.ts';
import { hiddenField, solve } from './solve.ts';

const LIMIT = { pressureVillage: 3, pressureMarket: 8 };
const WINDOW = 10 * 60_000;
const STRICT = [PAGE_CSP, 0];
const WITH_SCRIPT = [`${PAGE_CSP}; script-src 'self'`, 1];

describe.each(backends)('the question form under load, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let listing: { id: string; slug: string };
  let buyer: ReturnType<typeof buyerIn>;
  let address = 0;

  beforeAll(async () => {
    market = await startMarketplace({ backend, config: LIMIT });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    market.clock.advance(WINDOW);
    village = await market.village('Desa Dagan');
    listing = await addListing(market, village);
    buyer = buyerIn(market, `198.51.100.${++address}`);
  });

  const flood = async (count: number, onto: { id: string } = listing) => {
    for (let n = 0; n < count; n++) await openThread(market, onto, { text: `Pesan ${n}` });
  };
  const product = (slug = listing.slug) => buyer.open(`/p/${slug}`);
  const policy = ({ html, headers }: Page) => [
    headers.get('content-security-policy'),
    html.match(/<script src="\/soal\.js" defer><\/script>/g)?.length ?? 0,
  ];
  const send = async (page: Page, typed: Record<string, string>) => {
    const response = await buyer.submit(page, '/tanya', { consent: 'ya', ...typed });
    expect(response.status).toBe(303);
    return buyer.open(response.headers.get('location') ?? '');
  };
  const stored = async (text: string): Promise<Inquiry | undefined> =>
    (await villageSide(market, village).list()).inquiries.find((inquiry: Inquiry) => inquiry.events[0]?.text === text);
  const isHeld = async (text: string) => (await stored(text))?.flagged;
  const back = async (response: Response): Promise<Page> => {
    expect(response.status).toBe(422);
    return { status: 422, headers: response.headers, html: await response.text() };
  };
  /** The page that comes back instead of a thread. */
  const refused = async (page: Page, typed: Record<string, string>) =>
    back(await buyer.submit(page, '/tanya', { consent: 'ya', ...typed }));

  test('no page has a script before, only the question form of that village during, and none after', async () => {
    const elsewhere = await addListing(market, await market.village());
    await flood(LIMIT.pressureVillage);
    expect(policy(await product())).toEqual(STRICT);
    await flood(1);
    expect(policy(await product())).toEqual(WITH_SCRIPT);
    for (const path of ['/tentang', `/p/${elsewhere.slug}`, `/p/${listing.slug}/lapor`])
      expect(policy(await buyer.open(path)), path).toEqual(STRICT);
    market.clock.advance(WINDOW);
    const after = await product();
    expect(policy(after)).toEqual(STRICT);
    expect(hiddenField(after, 'soal')).toBeUndefined();
    await send(after, { text: 'Sudah tenang' });
    expect(await isHeld('Sudah tenang')).toBe(false);
  });

  test('a flood spread over villages counts too', async () => {
    for (let spread = 0; spread < 3; spread++) await flood(3, await addListing(market, await market.village()));
    expect(policy(await product())).toEqual(WITH_SCRIPT);
  });

  test('who lets the script work is not held, and sees nothing of it', async () => {
    await flood(4);
    const page = await product();
    const thread = await send(page, { text: 'Masih ada?', jawaban: solve(page) });
    expect(await stored('Masih ada?')).toMatchObject({ flagged: false, unanswered: true });
    expect(textOf(thread.html)).toContain('Pesan Anda sudah terkirim');
  });

  test('without script nothing is lost: held as other suspicious words are, said so, and an answer frees it', async () => {
    await flood(4);
    const thread = await send(await product(), { text: 'Tanpa skrip' });
    expect(textOf(thread.html)).toContain('Pesan Anda diperiksa dulu Sudah sampai dan tidak hilang. Desa Dagan');
    expect(textOf(thread.html)).toContain('Tanpa skrip');
    const inquiry = await stored('Tanpa skrip');
    expect(inquiry).toMatchObject({ flagged: true, unanswered: true, events: [{ kind: 'asked' }, { kind: 'held' }] });
    await villageSide(market, village).send(inquiry?.id ?? '', { kind: 'reply', text: 'Ada, Kak.' });
    expect(await isHeld('Tanpa skrip')).toBe(false);
  });

  test('words with a number in them are held for that, solved or not', async () => {
    await flood(4);
    const page = await product();
    const thread = await send(page, { text: 'wa 0812 3456 7890 ya', jawaban: solve(page) });
    expect(textOf(thread.html)).toContain('Ada tautan atau nomor di dalamnya');
  });

  test('a page from calm times, a forged, foreign or old challenge: back with all that was typed, then it goes', async () => {
    const calm = await product();
    const other = await addListing(market, village, { name: 'Sapu glagah' });
    await flood(4);
    const page = await product();
    const challenge = hiddenField(page, 'soal')?.value ?? '';
    const solution = solve(page);
    const foreign = await product(other.slug);
    const forged = challenge.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const again = await refused(calm, { text: 'tenang', price: '24.000', quantity: '10' });
    expect(policy(again)).toEqual(WITH_SCRIPT);
    expect(textOf(again.html)).toContain('Sedang banyak pesan masuk. Tekan kirim sekali lagi');
    expect(again.html).toContain('tenang</textarea>');
    for (const typed of ['24.000', '10']) expect(again.html).toContain(`value="${typed}"`);
    await refused(page, { text: 'karangan', soal: forged, jawaban: solution });
    const soal = hiddenField(foreign, 'soal')?.value ?? '';
    await refused(page, { text: 'asing', soal, jawaban: solve(foreign) });
    market.clock.advance(60 * 60_000);
    await flood(4);
    await refused(page, { text: 'lama', jawaban: solution });
    for (const text of ['tenang', 'karangan', 'asing', 'lama']) expect(await stored(text), text).toBeUndefined();
    const fresh = await refused(calm, { text: 'tenang' });
    await send(fresh, { text: 'tenang', jawaban: solve(fresh) });
    expect(await isHeld('tenang')).toBe(false);
  });

  test('half a solution, or too little of it, is none: held', async () => {
    await flood(4);
    const page = await product();
    const solution = solve(page);
    await send(page, { text: 'separuh', jawaban: solution.replace(/\d+$/, '0') });
    await send(page, { text: 'kurang', jawaban: solution.replace(/\.\d+$/, '') });
    for (const text of ['separuh', 'kurang']) expect(await isHeld(text), text).toBe(true);
  });

  test('an offer without script does not expire unseen: it waits, is reminded of at 24 h, and its end is told', async () => {
    await flood(4);
    await send(await product(), { text: '', price: '24.000', quantity: '10' });
    const side = villageSide(market, village);
    const offer = async (): Promise<Inquiry> =>
      (await side.list()).inquiries.find(({ state }: Inquiry) => state === 'offered' || state === 'expired');
    expect(await offer()).toMatchObject({ flagged: true, unanswered: true });
    market.clock.advance(24 * 60 * 60_000);
    await sweepDue(market.deps);
    expect(newsIn(await offer()).map(({ kind }) => kind)).toEqual(['reminded']);
    market.clock.advance(24 * 60 * 60_000);
    await sweepDue(market.deps);
    const over = await offer();
    expect(over.events.map(({ kind }) => kind)).toEqual(['offered', 'held', 'reminded', 'expired']);
    expect(newsIn(over).map(({ kind }) => kind)).toEqual(['reminded', 'expired']);
  });

  test('what is held for want of proof does not keep the pressure up', async () => {
    await flood(4);
    market.clock.advance(WINDOW / 2);
    const page = await product();
    for (let n = 0; n < 5; n++) await send(page, { text: `Banjir ${n}` });
    market.clock.advance(WINDOW / 2);
    expect(policy(await product())).toEqual(STRICT);
  });

  test('one solution opens one thread, also at once and in another process; the others get a new challenge', async () => {
    await flood(4);
    const page = await product();
    const jawaban = solve(page);
    const beside = buyerIn(
      { ...market, call: otherProcess(await loadSecret(market.deps.db)) },
      `198.51.100.${address}`,
    );
    const texts = ['Satu', 'Dua', 'Tiga', 'Empat'];
    const all = texts.map((text, n) =>
      (n % 2 ? beside : buyer).submit(page, '/tanya', { consent: 'ya', text, jawaban }),
    );
    const answers = await Promise.all(all);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
    const first = answers.findIndex(({ status }) => status === 303);
    const free = texts[first] ?? '';
    for (const again of [buyer, beside]) {
      const { status } = await again.submit(page, '/tanya', { consent: 'ya', text: free, jawaban });
      expect(status, 'the same form again is the same thread').toBe(303);
    }
    expect(await isHeld(free)).toBe(false);
    expect((await villageSide(market, village).list()).inquiries).toHaveLength(4 + 1);
    const other = answers.find(({ status }) => status === 422);
    const anew = other ? await back(other) : page;
    expect(hiddenField(anew, 'soal')?.value).not.toBe(hiddenField(page, 'soal')?.value);
    await send(anew, { text: 'Sesudahnya', jawaban: solve(anew) });
    expect(await isHeld('Sesudahnya')).toBe(false);
  });

  test('what one process asks, another checks', async () => {
    await flood(4);
    const beside = buyerIn(
      { ...market, call: otherProcess(await loadSecret(market.deps.db)) },
      `198.51.100.${address}`,
    );
    const page = await beside.open(`/p/${listing.slug}`);
    expect(policy(page)).toEqual(WITH_SCRIPT);
    await send(page, { text: 'Lewat sebelah', jawaban: solve(page) });
    expect(await isHeld('Lewat sebelah')).toBe(false);
  });

  test('a form that comes back with a message keeps its solution and needs no script again', async () => {
    await flood(4);
    const page = await product();
    const again = await back(await buyer.submit(page, '/tanya', { text: 'Lupa centang', jawaban: solve(page) }));
    expect(policy(again)).toEqual(STRICT);
    await send(again, { text: 'Lupa centang', jawaban: hiddenField(again, 'jawaban')?.value ?? '' });
    expect(await isHeld('Lupa centang')).toBe(false);
  });

  test('the script is ours, is a script, and spent challenges are forgotten when they are over', async () => {
    const script = await buyer.open('/soal.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    const spent = () => market.deps.db.selectFrom('spent_challenges').selectAll().execute();
    expect(await spent()).not.toEqual([]);
    await market.deps.jobs.send('forget-hits', {});
    market.clock.advance(61 * 60_000);
    await market.runJobs();
    expect(await spent()).toEqual([]);
  });

  /** A second app that shares nothing but the database with the first. */
  function otherProcess(secret: Buffer): Marketplace['call'] {
    const app = createApp({ ...market.deps, secret });
    return async (method, path, { raw, headers = {}, ip = '198.51.100.7' } = {}) =>
      app.request(
        path,
        { method, headers, ...(raw !== undefined && { body: raw }) },
        { incoming: { socket: { remoteAddress: ip } } },
      );
  }
});
