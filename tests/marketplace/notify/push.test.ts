import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#contract/time.ts';
import { settingsFromEnv } from '#marketplace/config.ts';
import { deliverDue } from '#marketplace/notify/deliver.ts';
import { post } from '#marketplace/notify/push/post.ts';
import { readSubscription } from '#marketplace/notify/push/subscription.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, openThread, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { startMailServer } from './mailServer.ts';
import { phoneIn } from './phone.ts';
import { startPushService, vapidKeys } from './pushService.ts';

const KEYS = vapidKeys();
// On PostgreSQL where there is one: what is tested here is mostly what its locks and keys promise.
const BACKEND = backends.at(-1) ?? 'embedded';

let service: Awaited<ReturnType<typeof startPushService>>;
let market: Marketplace;
let village: TestVillage;
let listing: { id: string; slug: string };
beforeAll(async () => {
  service = await startPushService();
  market = await startMarketplace({ backend: BACKEND, config: { vapid: KEYS, allowPrivateHosts: true } });
  village = await market.village('Desa Dagan');
  listing = await addListing(market, village, { price: 25_000 });
});
afterAll(async () => {
  await market.stop();
  service.stop();
});
beforeEach(() => {
  service.pushes.length = 0;
  Object.assign(service.state, { status: 201, retryAfter: null, isMute: false, isSlow: false });
});

/** A buyer whose browser is told of answers. */
async function told() {
  const { id, secret } = await openThread(market, listing, { text: 'Masih ada gula?', name: 'Rina' });
  const buyer = buyerIn(market);
  const subscription = service.subscription();
  const kept = await buyer.post(`/tanya/${secret}/kabar`, { langganan: JSON.stringify(subscription) });
  return { id, secret, buyer, subscription, kept, side: villageSide(market, village) };
}
const contacts = () => market.deps.db.selectFrom('contacts').selectAll().execute();

describe('a browser', () => {
  it('is told of an answer by a message that only it can read, and that names the village alone', async () => {
    const { id, kept, side } = await told();
    expect(kept.status).toBe(204);
    await side.send(id, { kind: 'reply', text: 'Masih, Kak Rina: 25.000.' });
    await market.runJobs();
    expect(service.pushes.map(({ text }) => JSON.parse(text))).toEqual([{ text: 'Ada jawaban dari Desa Dagan' }]);
    const headers: Record<string, string> = service.pushes[0]?.headers ?? {};
    expect(headers).toMatchObject({ ttl: '72000', urgency: 'normal' });
    expect(headers.topic?.length).toBe(32);
    const [, jwt = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
    expect(key).toBe(KEYS.publicKey);
    const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ sub: KEYS.subject, aud: expect.stringMatching(/^https:\/\/127\.0\.0\.1/) });
    expect(claims.exp - Date.now() / 1000).toBeLessThan(24 * 3600);
  });

  it('has a button and a worker, and without keys neither', async () => {
    const { secret, buyer } = await told();
    const page = await buyer.open(`/tanya/${secret}`);
    expect(page.html).toContain(`data-kabar="${KEYS.publicKey}"`);
    expect(page.html).toContain(`data-lingkup="/tanya/${secret}"`);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const path of ['/kabar.js', '/tanya/kabar.js', '/jawab/kabar.js'])
      expect((await market.call('GET', path)).headers.get('content-type')).toContain('text/javascript');
    const plain = await startMarketplace({ backend: 'embedded' });
    const there = await addListing(plain, await plain.village());
    const thread = await openThread(plain, there);
    expect((await buyerIn(plain).open(`/tanya/${thread.secret}`)).html).not.toMatch(/<script|data-kabar/);
    await plain.stop();
  });

  it('that has unsubscribed is forgotten', async () => {
    const { id, subscription, side } = await told();
    service.state.status = 410;
    await side.send(id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    expect((await contacts()).some(({ address }) => address.includes(subscription.endpoint))).toBe(false);
  });

  it('is told when the push service has said to wait, not before and not twice', async () => {
    const { id, side } = await told();
    Object.assign(service.state, { status: 429, retryAfter: '1800' });
    await side.send(id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    service.state.status = 201;
    market.clock.advance(10 * MINUTE);
    await deliverDue(market.deps);
    expect(service.pushes.length).toBe(0);
    market.clock.advance(HOUR);
    await deliverDue(market.deps);
    await deliverDue(market.deps);
    expect(service.pushes.length).toBe(1);
  });

  it('is not told again when nobody knows whether it was', async () => {
    const { id, side } = await told();
    service.state.isMute = true;
    await side.send(id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    service.state.isMute = false;
    market.clock.advance(3 * HOUR);
    await deliverDue(market.deps);
    expect(service.pushes.length).toBe(0);
  });

  it('is kept once, three at most for a thread, and forgotten with a changed link', async () => {
    const { id, secret, buyer, subscription } = await told();
    const own = async () => (await contacts()).filter(({ inquiry_id }) => inquiry_id === id);
    await buyer.post(`/tanya/${secret}/kabar`, { langganan: JSON.stringify(subscription) });
    expect((await own()).length).toBe(1);
    for (let n = 0; n < 4; n++) {
      market.clock.advance(1000);
      await buyer.post(`/tanya/${secret}/kabar`, { langganan: JSON.stringify(service.subscription()) });
    }
    expect((await own()).length).toBe(3);
    await buyer.submit(await buyer.open(`/tanya/${secret}`), '/ganti-tautan');
    expect(await own()).toEqual([]);
  });

  it('whose push service never answers holds up no mail and no other browser', async () => {
    const server = await startMailServer();
    const config = { vapid: KEYS, allowPrivateHosts: true, mail: server.settings };
    const both = await startMarketplace({ backend: BACKEND, config });
    const own = await both.village('Desa Dagan');
    const side = villageSide(both, own);
    const { slug } = await addListing(both, own, { price: 25_000 });
    const buyer = buyerIn(both);
    const answered = async (kind: 'push' | 'mail') => {
      const path = await buyer.thread(slug, { text: 'Masih?', email: kind === 'mail' ? 'rina@contoh.example' : '' });
      if (kind === 'push') await buyer.post(`${path}/kabar`, { langganan: JSON.stringify(service.subscription()) });
      const [inquiry] = (await side.list()).inquiries.filter(({ unanswered }: { unanswered: boolean }) => unanswered);
      await side.send(inquiry.id, { kind: 'reply', text: 'Masih.' });
    };
    service.state.isSlow = true;
    await answered('push');
    const slow = deliverDue(both.deps);
    await expect.poll(() => service.held()).toBe(1);
    service.state.isSlow = false;
    await answered('push');
    await answered('mail');
    // The run that waits takes what is new, too, and so does the next one.
    await deliverDue(both.deps);
    await expect.poll(() => [service.pushes.length, server.mails.length]).toEqual([1, 1]);
    service.drop();
    await slow;
    await both.stop();
    await server.stop();
  });

  it('is sent to by several runs at once, each notice once, and nobody waits for another in a ring', async () => {
    const busy = await market.village('Desa Ramai');
    const goods = await addListing(market, busy);
    const phone = phoneIn(market);
    await phone.pair(busy);
    const body = new URLSearchParams({ langganan: JSON.stringify(service.subscription()) }).toString();
    await phone.send('POST', '/jawab/kabar', body);
    for (let round = 0; round < 5; round++) {
      for (let n = 0; n < 8; n++) await openThread(market, goods, { text: `Masih ada ${round}.${n}?` });
      await Promise.all([deliverDue(market.deps), deliverDue(market.deps), deliverDue(market.deps)]);
      market.clock.advance(HOUR);
    }
    const states = await market.deps.db
      .selectFrom('notices')
      .select(['state'])
      .where('village_id', '=', busy.id)
      .where('state', 'not in', ['sent', 'dropped'])
      .execute();
    expect(states).toEqual([]);
  });

  it('that subscribes anew at the same address is sent what its new keys open', async () => {
    const { id, secret, buyer, subscription, side } = await told();
    const renewed = service.subscription(subscription.endpoint);
    await buyer.post(`/tanya/${secret}/kabar`, { langganan: JSON.stringify(renewed) });
    await side.send(id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    expect(service.pushes.map(({ text }) => JSON.parse(text))).toEqual([{ text: 'Ada jawaban dari Desa Dagan' }]);
  });

  it('is kept, and told later, when a push cannot be made for the operator’s keys', async () => {
    const { id, subscription, side } = await told();
    const wrong = { ...KEYS, subject: 'nobody' };
    await side.send(id, { kind: 'reply', text: 'Masih.' });
    await deliverDue({ ...market.deps, config: { ...market.deps.config, vapid: wrong } });
    expect(service.pushes.length).toBe(0);
    expect((await contacts()).some(({ address }) => address.includes(subscription.endpoint))).toBe(true);
    market.clock.advance(2 * MINUTE);
    await deliverDue(market.deps);
    expect(service.pushes.length).toBe(1);
  });

  it('of a paired phone is told of new questions', async () => {
    const phone = phoneIn(market);
    await phone.pair(village);
    const body = new URLSearchParams({ langganan: JSON.stringify(service.subscription()) }).toString();
    expect((await phone.send('POST', '/jawab/kabar', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await phone.send('POST', '/jawab/kabar', body)).status).toBe(204);
    await openThread(market, listing, { text: 'Masih ada gula?', name: 'Rina' });
    await market.runJobs();
    expect(service.pushes.map(({ text }) => JSON.parse(text))).toEqual([{ text: 'Ada pertanyaan baru' }]);
  });
});

describe('a hostile address', () => {
  const good = () => service.subscription();
  it.each([
    ['http', () => ({ ...good(), endpoint: 'http://push.example/x' })],
    ['a name in it', () => ({ ...good(), endpoint: 'https://a:b@push.example/x' })],
    ['long', () => ({ ...good(), endpoint: `https://push.example/${'x'.repeat(1000)}` })],
    [
      'a key that is no point of the curve',
      () => ({ ...good(), keys: { ...good().keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } }),
    ],
    ['no key', () => ({ ...good(), keys: { p256dh: 'AAAA', auth: 'AAAA' } })],
    ['none at all', () => [1, 2]],
  ])('is not kept: %s', async (_, subscription) => {
    expect(readSubscription(JSON.stringify(subscription()))).toBeNull();
    const { secret } = await openThread(market, listing);
    const kept = await buyerIn(market).post(`/tanya/${secret}/kabar`, { langganan: JSON.stringify(subscription()) });
    expect(kept.status).toBe(422);
  });

  it.each([
    'https://127.0.0.1:1/x',
    'https://[::1]/x',
    'https://10.0.0.1/x',
    'https://169.254.169.254/x',
    'https://localhost/x',
  ])('%s is not connected to', async (endpoint) => {
    const sent = { headers: {}, body: Buffer.from('x') };
    expect(await post(endpoint, sent, { isPractice: false })).toEqual({ kind: 'unreached' });
  });

  it('whose key is on no curve is forgotten', async () => {
    const { secret } = await openThread(market, listing, { text: 'Halo' });
    const p256dh = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url');
    const bad = { ...good(), keys: { p256dh, auth: Buffer.alloc(16).toString('base64url') } };
    await buyerIn(market).post(`/tanya/${secret}/kabar`, { langganan: JSON.stringify(bad) });
    const contact = (await contacts()).find(({ address }) => address.includes(p256dh));
    await villageSide(market, village).send(contact?.inquiry_id ?? '', { kind: 'reply', text: 'Ya.' });
    await market.runJobs();
    expect((await contacts()).some(({ id }) => id === contact?.id)).toBe(false);
  });
});

describe('the settings', () => {
  const pair = { VAPID_PUBLIC_KEY: KEYS.publicKey, VAPID_PRIVATE_KEY: KEYS.privateKey };
  it('are read whole, or named when something is missing or does not fit', () => {
    expect(settingsFromEnv({ ...pair, VAPID_SUBJECT: KEYS.subject }).vapid).toEqual(KEYS);
    expect(settingsFromEnv({}).vapid).toBeNull();
    expect(
      settingsFromEnv({ SMTP_URL: 'smtps://a:p%40ss@mail.example', MAIL_FROM: 'Pasar <k@p.example>' }).mail,
    ).toEqual({
      host: 'mail.example',
      port: 465,
      isSecure: true,
      isLocal: false,
      user: 'a',
      password: 'p@ss',
      from: { name: 'Pasar', address: 'k@p.example' },
    });
    for (const [env, name] of [
      [pair, 'VAPID_SUBJECT'],
      [{ ...pair, VAPID_SUBJECT: KEYS.subject, VAPID_PUBLIC_KEY: vapidKeys().publicKey }, 'VAPID_PUBLIC_KEY'],
      [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
      [{ SMTP_URL: 'http://mail.example', MAIL_FROM: 'k@p.example' }, 'SMTP_URL'],
      [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, 'MAIL_FROM'],
    ] as const)
      expect(() => settingsFromEnv(env), name).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ path: [name] })] }),
      );
  });
});
