import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR } from '#contract/time.ts';
import { deliverDue } from '#marketplace/notify/deliver.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import { bodyOf, headerOf, type Received, saidIn, startMailServer } from './mailServer.ts';
import { pageOf, phoneIn } from './phone.ts';

// On PostgreSQL where there is one: what is tested here is mostly what its locks and keys promise.
const BACKEND = backends.at(-1) ?? 'embedded';

let server: Awaited<ReturnType<typeof startMailServer>>;
let market: Marketplace;
beforeAll(async () => {
  server = await startMailServer();
  market = await startMarketplace({ backend: BACKEND, config: { mail: server.settings } });
});
afterAll(async () => {
  await market.stop();
  await server.stop();
});
beforeEach(() => {
  server.mails.length = 0;
});

async function paired() {
  const village = await market.village('Desa Dagan');
  const listing = await addListing(market, village, { price: 25_000 });
  const phone = phoneIn(market);
  await phone.pair(village);
  const give = async (email: string) => pageOf(phone.submit(await phone.open('/jawab'), '/jawab/surel', { email }));
  return { village, listing, phone, give };
}
const linkIn = (mail: Received | undefined) =>
  /https:\/\/pasar\.example(\/jawab\/surel\/\w+)/.exec(bodyOf(mail as Received))?.[1] ?? '';

it('an official is told of a new question once the address is confirmed, and not before', async () => {
  const { listing, phone, give } = await paired();
  expect((await give('kades@dagan.example')).status).toBe(303);
  await market.runJobs();
  expect(server.mails.map((mail) => headerOf(mail, 'Subject'))).toEqual(['Sahkan alamat email ini']);
  await openThread(market, listing, { text: 'Masih ada gula?', name: 'Rina' });
  await market.runJobs();
  expect(server.mails.length).toBe(1);
  expect(textOf((await phone.open('/jawab')).html)).toContain('Kami mengirim email ke ka•••@dagan.example');

  const link = linkIn(server.mails[0]);
  const anywhere = phoneIn(market);
  const page = await anywhere.open(link);
  await openThread(market, listing, { text: 'Halo?' });
  await market.runJobs();
  expect(server.mails.length, 'opening the link confirms nothing').toBe(1);
  await anywhere.submit(page, link);
  await openThread(market, listing, { text: 'Masih ada gula?', name: 'Rina' });
  await openThread(market, listing, { text: 'Saya juga', name: 'Budi' });
  await market.runJobs();
  expect(server.mails.length).toBe(2);
  const [, told] = server.mails as [Received, Received];
  expect(headerOf(told, 'Subject')).toBe('Ada pertanyaan baru');
  expect(bodyOf(told)).toContain('https://pasar.example/jawab\n');
  expect(saidIn(told)).not.toMatch(/Rina|Budi|gula|25/i);
});

it('is reminded before an offer ends, unless it was answered', async () => {
  const { listing, phone, give } = await paired();
  await give('sekdes@dagan.example');
  await market.runJobs();
  const link = linkIn(server.mails[0]);
  await phone.submit(await phone.open(link), link);
  server.mails.length = 0;
  const offer = { terms: { price: 20_000, quantity: 10 } };
  const [one] = [await openThread(market, listing, offer), await openThread(market, listing, offer)];
  await market.runJobs();
  await phone.submit(await phone.open(`/jawab/tanya/${one.id}`), '/setuju');
  market.clock.advance(37 * HOUR);
  await deliverDue(market.deps);
  expect(server.mails.map((mail) => headerOf(mail, 'Subject'))).toEqual([
    'Ada pertanyaan baru',
    'Tawaran segera berakhir',
  ]);
});

it('is told nothing of what is held, nor after the pairing has ended', async () => {
  const { village, listing, phone, give } = await paired();
  await give('kaur@dagan.example');
  await market.runJobs();
  const link = linkIn(server.mails[0]);
  await phone.submit(await phone.open(link), link);
  server.mails.length = 0;
  await openThread(market, listing, { text: 'lihat https://contoh.example' });
  await market.runJobs();
  expect(server.mails).toEqual([]);
  const { devices } = await (await market.call('GET', '/v1/me', { token: village.token })).json();
  await market.call('DELETE', `/v1/devices/${devices.find(({ kind }: { kind: string }) => kind === 'phone').id}`, {
    token: village.token,
  });
  await openThread(market, listing, { text: 'Masih ada?' });
  await market.runJobs();
  expect(server.mails).toEqual([]);
  expect((await phone.open(link)).status, 'the address is gone with the phone').toBe(404);
});

it('can take the address back, and the link ends after two days', async () => {
  const { phone, give } = await paired();
  await give('bpd@dagan.example');
  await market.runJobs();
  const link = linkIn(server.mails[0]);
  market.clock.advance(3 * DAY);
  expect((await phone.open(link)).status).toBe(404);
  await phone.submit(await phone.open('/jawab'), '/jawab/surel-hapus');
  expect((await phone.open('/jawab')).html).not.toContain('dagan.example');
  const wrong = await give('bukan alamat');
  expect([wrong.status, wrong.html.includes('bukan alamat')]).toEqual([422, true]);
});

it('cannot be used to flood an address with links', async () => {
  const { give } = await paired();
  for (let n = 0; n < 3; n++) await give('orang@lain.example');
  expect((await give('orang@lain.example')).status).toBe(429);
  await market.runJobs();
  expect(server.mails.length).toBeLessThanOrEqual(3);
});

it('gets one mail however many runs there are at once, and none after a run that died in the midst', async () => {
  const { listing, phone, give } = await paired();
  await give('tu@dagan.example');
  await market.runJobs();
  const link = linkIn(server.mails[0]);
  await phone.submit(await phone.open(link), link);
  server.mails.length = 0;
  await openThread(market, listing, { text: 'Masih ada?' });
  await Promise.all([1, 2, 3, 4].map(() => deliverDue(market.deps)));
  expect(server.mails.length).toBe(1);
  await openThread(market, listing, { text: 'Masih juga?' });
  const died = { state: 'sending', tried_at: market.clock.now(), tries: 1 } as const;
  await market.deps.db.updateTable('notices').set(died).where('state', '=', 'owed').execute();
  await market.runJobs();
  market.clock.advance(HOUR);
  await deliverDue(market.deps);
  expect(server.mails.length).toBe(1);
  const unknown = await market.deps.db.selectFrom('notices').select('state').where('state', '=', 'unknown').execute();
  expect(unknown.length).toBe(1);
});
