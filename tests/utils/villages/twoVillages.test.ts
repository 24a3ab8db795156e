import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '#contract/newId.ts';
import { addListing, openThread, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { inboxHandlers } from '#utils/background/handlers/inbox.ts';
import { signOut } from '#utils/connection/connection.ts';
import { rememberDefaults } from '#utils/drafts/defaults.ts';
import { discardDraft, openDraft } from '#utils/drafts/drafts.ts';
import { revise } from '#utils/drafts/publish.ts';
import { checkInbox } from '#utils/inbox/check.ts';
import { enqueueMessage, readBadge } from '#utils/inbox/inbox.ts';
import { readInbox } from '#utils/inbox/read.ts';
import { syncInbox } from '#utils/inbox/sync.ts';
import { syncListings } from '#utils/listings/sync.ts';
import { UNDO_MS } from '#utils/model/outbox.ts';
import { listOwed } from '#utils/outbox/owed.ts';
import { chooseVillage } from '#utils/villages/ownership.ts';
import { listVillages } from '#utils/villages/villages.ts';
import { type Folder, Kecamatan } from './twoVillageDevice.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('#tests/utils/sites/fakeBrowser.ts')).fake.api }));

let kecamatan: Kecamatan;
let north: Folder;
let south: Folder;
beforeAll(async () => {
  kecamatan = await Kecamatan.start();
}, 60_000);
afterAll(() => kecamatan.stop());
beforeEach(async () => {
  [north, south] = await kecamatan.connect();
});

const clock = () => ({ now: kecamatan.now, random: 0.5 });
const listing = (id: string) => kecamatan.db.read(['listings'], (tx) => tx.get('listings', id));
const owed = async (id: string) => (await listOwed(kecamatan.db)).find((row) => row.id === id);

/** A question to each village, one that waits for an answer. */
async function askBoth(): Promise<[string, string]> {
  const ids: string[] = [];
  for (const village of [north, south]) {
    const goods = await addListing(kecamatan.market, village);
    ids.push(
      (await openThread(kecamatan.market, goods, { text: `Masih ada, ${village.slug}?`, phone: '085711122233' })).id,
    );
  }
  return ids as [string, string];
}

async function reply(inquiryId: string, text: string): Promise<string> {
  const messageId = newId();
  await enqueueMessage(kecamatan.db, { inquiryId, messageId, message: { kind: 'reply', text } }, kecamatan.now);
  kecamatan.now += UNDO_MS;
  return messageId;
}

describe('products of two villages on one host', () => {
  test('go each to its own village, and are linked back from its own folder', async () => {
    const gula = await kecamatan.sell(north.siteUrl, 'Gula semut');
    const kopi = await kecamatan.sell(south.siteUrl, 'Kopi');
    await kecamatan.drain();
    expect([await kecamatan.onMarket(north), await kecamatan.onMarket(south)]).toEqual([['Gula semut'], ['Kopi']]);
    expect([kecamatan.sites.foldersWith(gula), kecamatan.sites.foldersWith(kopi)]).toEqual([['utara'], ['selatan']]);
    for (const id of [gula, kopi]) expect((await listing(id))?.verification).toMatchObject({ state: 'verified' });
    const crossed = kecamatan.requests.filter(
      ({ token, path }) =>
        (token === north.token && path.includes(kopi)) || (token === south.token && path.includes(gula)),
    );
    expect(crossed).toEqual([]);
  });

  test('of a site of nobody’s wait for the person’s answer, and nothing is published before it', async () => {
    const other = 'https://lain.example';
    await expect(kecamatan.sell(other, 'Batik')).rejects.toMatchObject({ code: 'village_unknown' });
    await expect(chooseVillage(kecamatan.db, other, 'https://pasar.example x')).rejects.toMatchObject({
      code: 'village_not_of_site',
    });
    await chooseVillage(kecamatan.db, other, south.key);
    await kecamatan.sell(other, 'Batik');
    await kecamatan.drain();
    expect([await kecamatan.onMarket(north), await kecamatan.onMarket(south)]).toEqual([[], ['Batik']]);
  });

  test('stay with their village whatever is chosen for the site afterwards', async () => {
    const other = 'https://lain.example';
    await chooseVillage(kecamatan.db, other, south.key);
    const id = await kecamatan.sell(other, 'Batik');
    await kecamatan.drain();
    await chooseVillage(kecamatan.db, other, north.key);
    await revise(kecamatan.db, id, { name: 'Batik tulis' }, clock());
    await kecamatan.drain();
    expect([await kecamatan.onMarket(north), await kecamatan.onMarket(south)]).toEqual([[], ['Batik tulis']]);
  });

  test('a site that the marketplace lists for one village cannot be given to the other', async () => {
    await expect(chooseVillage(kecamatan.db, south.siteUrl, north.key)).rejects.toMatchObject({
      code: 'village_not_of_site',
    });
  });

  test('the marketplace takes no link back from the folder beside', async () => {
    const { id } = await addListing(kecamatan.market, north);
    const body = { url: `${south.siteUrl}/1`, state: 'published' };
    const answer = await kecamatan.market.call('PUT', `/v1/listings/${id}/backlink`, { token: north.token, body });
    expect(await answer.json()).toMatchObject({ code: 'backlink_foreign_host' });
  });
});

describe('the inbox of two villages', () => {
  test('holds both, counts both, and answers each in its own name', async () => {
    const [toNorth, toSouth] = await askBoth();
    await checkInbox(kecamatan.background());
    const { inquiries, unread } = await readInbox(kecamatan.db);
    const villages = new Map(inquiries.map(({ id, village }) => [id, village]));
    expect(villages).toEqual(
      new Map([
        [toNorth, north.key],
        [toSouth, south.key],
      ]),
    );
    expect(unread.sort()).toEqual([toNorth, toSouth].sort());
    expect((await readBadge(kecamatan.db, kecamatan.now)).text).toBe('2');

    await reply(toNorth, 'Ada, Bu.');
    await kecamatan.drain();
    expect((await readBadge(kecamatan.db, kecamatan.now)).text).toBe('1');
    const said = async (village: Folder, id: string) =>
      (await villageSide(kecamatan.market, village).inquiry(id)).events.filter(({ by }) => by === 'village').length;
    expect([await said(north, toNorth), await said(south, toSouth)]).toEqual([1, 0]);
  });

  test('asks the buyer’s number with the token of the village that was asked', async () => {
    const [, toSouth] = await askBoth();
    await checkInbox(kecamatan.background());
    const handlers = inboxHandlers(kecamatan.background());
    expect(await handlers['inquiry/phone']({ id: toSouth })).toMatchObject({
      phone: '085711122233',
    });
    expect(kecamatan.requests.filter(({ path }) => path.endsWith('/phone'))).toMatchObject([{ token: south.token }]);
  });
});

describe('one village that is shut out', () => {
  const shutOut = ({ deviceId, token }: Folder) =>
    kecamatan.market.call('DELETE', `/v1/devices/${deviceId}`, { token });

  test('stops alone: the other one publishes, answers and hears', async () => {
    const [toNorth, toSouth] = await askBoth();
    await checkInbox(kecamatan.background());
    await shutOut(south);
    const gula = await kecamatan.sell(north.siteUrl, 'Gula semut');
    const kopi = await kecamatan.sell(south.siteUrl, 'Kopi');
    const answers = [await reply(toNorth, 'Ada.'), await reply(toSouth, 'Ada.')];
    await kecamatan.drain();
    expect((await listVillages(kecamatan.db)).map(({ key, state }) => [key, state])).toEqual([
      [south.key, 'revoked'],
      [north.key, 'connected'],
    ]);
    expect(await Promise.all([gula, ...answers.slice(0, 1)].map(owed))).toEqual([undefined, undefined]);
    expect(await owed(kopi)).toMatchObject({ reason: 'not_connected' });
    expect(await owed(answers[1] ?? '')).toMatchObject({ reason: 'not_connected' });
    await expect(checkInbox(kecamatan.background())).resolves.toBeUndefined();
  });

  test('is noticed by looking for news, which the other one still gets', async () => {
    await checkInbox(kecamatan.background());
    const [toNorth] = await askBoth();
    await shutOut(south);
    await expect(checkInbox(kecamatan.background())).rejects.toMatchObject({ code: 'unauthorized' });
    expect((await readInbox(kecamatan.db)).inquiries.map(({ id }) => id)).toEqual([toNorth]);
    expect((await listVillages(kecamatan.db)).map(({ state }) => state)).toEqual(['revoked', 'connected']);
  });

  test('by signing out keeps the other one’s token', async () => {
    await signOut(kecamatan.db, kecamatan.fetch, south.key);
    await kecamatan.sell(north.siteUrl, 'Gula semut');
    await kecamatan.drain();
    expect(await kecamatan.onMarket(north)).toEqual(['Gula semut']);
  });
});

describe('a marketplace that speaks of another village’s things', () => {
  test('is not listened to', async () => {
    const gula = await kecamatan.sell(north.siteUrl, 'Gula semut');
    await kecamatan.drain();
    const [toNorth] = await askBoth();
    await checkInbox(kecamatan.background());
    const before = [await listing(gula), (await readInbox(kecamatan.db)).inquiries];

    const own = await kecamatan.background().marketplace(north.key);
    if (own === null) throw new Error('connected');
    const stolen = await own.listing(gula);
    const thread = await villageSide(kecamatan.market, north).inquiry(toNorth);
    const liar = {
      ...own,
      listings: async () => [
        { ...stolen, input: { ...stolen.input, rev: 99, name: 'Palsu' }, url: 'https://evil.example' },
      ],
      inquiries: async () => ({ inquiries: [{ ...thread, state: 'declined' as const }], cursor: 'x', more: false }),
    };
    await syncListings(kecamatan.db, liar, south.key);
    await syncInbox(kecamatan.db, liar, south.key, kecamatan.now);
    expect([await listing(gula), (await readInbox(kecamatan.db)).inquiries]).toEqual(before);
  });
});

describe('what a new product starts with', () => {
  test('is each village’s own: one’s maker is never the other’s', async () => {
    await kecamatan.sell(north.siteUrl, 'Gula semut');
    const form = (siteUrl: string) => openDraft(kecamatan.db, null, siteUrl, kecamatan.now).then((draft) => draft.form);
    const sold = { ...(await form(north.siteUrl)), producerName: 'Bu Siti', producerPhone: '081234567890' };
    await rememberDefaults(kecamatan.db, sold, north.key);
    for (const { id } of await kecamatan.db.read(['drafts'], (tx) => tx.all('drafts')))
      await discardDraft(kecamatan.db, id);
    expect((await form(north.siteUrl)).producerName).toBe('Bu Siti');
    expect((await form(south.siteUrl)).producerName).toBe('');
  });
});
