import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInvite } from '#marketplace/villages/invites.ts';
import { makeShortCode } from '#marketplace/villages/shortCodes.ts';
import { BASE_URL } from '#tests/marketplace/harness.ts';
import { Life } from '#tests/utils/outbox/life.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { listDevices, markRevoked, redeem, signOut } from '#utils/connection/connection.ts';
import { forgetVillage } from '#utils/connection/forget.ts';
import { readInviteLink } from '#utils/connection/invite.ts';
import { publish } from '#utils/drafts/publish.ts';
import { listViews } from '#utils/drafts/views.ts';
import { call, type Fetch } from '#utils/marketplace/http.ts';
import { getConnection, listVillages, openMarketplace } from '#utils/villages/villages.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

const fetch = () => laptop.fetch(new Life());
const invite = async (villageId = laptop.village.id) => {
  const { code } = await createInvite(laptop.market.deps, villageId);
  return `${BASE_URL}/undang/${code}`;
};

describe('an invite link', () => {
  const code = 'abcdefghij0123456789';
  test.each([
    [`https://pasar.example/undang/${code}`, 'https://pasar.example'],
    [`  https://pasar.example/undang/${code}/  `, 'https://pasar.example'],
    [`https://kab.example/pasar/undang/${code}?dari=wa`, 'https://kab.example/pasar'],
    [`http://localhost:8787/undang/${code}`, 'http://localhost:8787'],
    [`http://127.0.0.1:8787/undang/${code}`, 'http://127.0.0.1:8787'],
  ])('%s', (link, marketplaceUrl) => {
    expect(readInviteLink(link)).toEqual({ marketplaceUrl, code });
  });

  test.each([
    [`http://pasar.example/undang/${code}`, 'marketplace_insecure'],
    [`http://localhost.evil.example/undang/${code}`, 'marketplace_insecure'],
    [`javascript://pasar.example/undang/${code}`, 'marketplace_insecure'],
    [`https://user@pasar.example/undang/${code}`, 'invite_malformed'],
    ['https://pasar.example/undang/short', 'invite_malformed'],
    ['https://pasar.example/', 'invite_malformed'],
    ['not a link', 'invite_malformed'],
  ])('%s is refused', (link, wrong) => {
    expect(() => readInviteLink(link)).toThrowError(wrong);
  });
});

describe('connecting', () => {
  test('makes an invite into a token that no page ever sees', async () => {
    const connection = await redeem(laptop.db, fetch(), await invite(), 'Laptop balai desa');
    expect(connection).toMatchObject({
      marketplaceUrl: BASE_URL,
      deviceName: 'Laptop balai desa',
      village: { name: 'Desa Dagan' },
    });
    const [kept] = await laptop.db.read(['villages'], (tx) => tx.all('villages'));
    expect(kept?.token).toMatch(/.{20}/);
    expect(JSON.stringify([connection, await listVillages(laptop.db)])).not.toContain(kept?.token);
    expect(await listDevices(laptop.db, fetch(), laptop.key)).toEqual(
      expect.arrayContaining([expect.objectContaining({ current: true })]),
    );
  });

  test('by 8 letters is connecting by the invite that they stand for; wrong ones are said as such', async () => {
    const link = await invite();
    const letters = await makeShortCode(laptop.market.deps, readInviteLink(link).code);
    await redeem(laptop.db, fetch(), `${BASE_URL}/k/${letters}`, 'Laptop');
    expect(await openMarketplace(laptop.db, fetch(), laptop.key)).not.toBeNull();
    await expect(redeem(laptop.db, fetch(), link, 'HP')).rejects.toMatchObject({ code: 'invite_used' });
    const again = redeem(laptop.db, fetch(), `${BASE_URL}/k/${letters}`, 'HP');
    await expect(again).rejects.toMatchObject({ code: 'short_code_unknown' });
  });

  test('by letters whose last answer was lost is asked again with the same letters', async () => {
    const letters = await makeShortCode(laptop.market.deps, readInviteLink(await invite()).code);
    const link = `${BASE_URL}/k/${letters}`;
    laptop.faults = [null, 'cutAfter'];
    await expect(redeem(laptop.db, fetch(), link, 'Laptop')).rejects.toMatchObject({ code: 'unreachable' });
    await redeem(laptop.db, fetch(), link, 'Laptop');
    expect(await openMarketplace(laptop.db, fetch(), laptop.key)).not.toBeNull();
  });

  test('whose answer was lost can be asked again with the same link', async () => {
    const link = await invite();
    laptop.faults = ['cutAfter'];
    await expect(redeem(laptop.db, fetch(), link, 'Laptop')).rejects.toMatchObject({ code: 'unreachable' });
    await redeem(laptop.db, fetch(), link, 'Laptop');
    expect(await openMarketplace(laptop.db, fetch(), laptop.key)).not.toBeNull();
    await expect(redeem(laptop.db, fetch(), link, 'Laptop')).rejects.toMatchObject({ code: 'invite_used' });
  });

  test('another village leaves the first one as it is: connected, with its listings and what it owes', async () => {
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    const draft = await laptop.draft();
    await publish(laptop.db, draft, { now: laptop.now, random: 0 });
    const other = await laptop.market.village('Desa Lain');
    await redeem(laptop.db, fetch(), await invite(other.id), 'Laptop');
    expect((await listVillages(laptop.db)).map(({ state }) => state)).toEqual(['connected', 'connected']);
    expect(await listViews(laptop.db)).toMatchObject([{ id: draft.id, village: laptop.key, state: 'waiting' }]);
    expect(await laptop.row(draft.id)).toMatchObject({ rev: 1 });
    await signOut(laptop.db, fetch(), laptop.key);
    expect((await listVillages(laptop.db)).map(({ state }) => state)).toEqual(['signed_out', 'connected']);
  });

  test('again to the same village, after signing out, changes nothing that was owed', async () => {
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    const draft = await laptop.draft();
    await publish(laptop.db, draft, { now: laptop.now, random: 0 });
    await signOut(laptop.db, fetch(), laptop.key);
    expect(await getConnection(laptop.db, laptop.key)).toBeNull();
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    expect(await laptop.row(draft.id)).toMatchObject({ rev: 1 });
  });
});

describe('signing out', () => {
  test('ends the token on the marketplace too', async () => {
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    const before = await openMarketplace(laptop.db, fetch(), laptop.key);
    await signOut(laptop.db, fetch(), laptop.key);
    await expect(before?.me()).rejects.toMatchObject({ code: 'unauthorized' });
  });

  test('works without the marketplace', async () => {
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    laptop.faults = ['cut'];
    await signOut(laptop.db, fetch(), laptop.key);
    expect(await getConnection(laptop.db, laptop.key)).toBeNull();
  });

  test('by the other side is remembered', async () => {
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    const marketplace = await openMarketplace(laptop.db, fetch(), laptop.key);
    await markRevoked(laptop.db, laptop.key, marketplace?.token ?? '');
    expect(await openMarketplace(laptop.db, fetch(), laptop.key)).toBeNull();
  });

  test('a late word about the token before the newest one ends nothing', async () => {
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    const before = await openMarketplace(laptop.db, fetch(), laptop.key);
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    await markRevoked(laptop.db, laptop.key, before?.token ?? '');
    expect(await openMarketplace(laptop.db, fetch(), laptop.key)).not.toBeNull();
  });

  test('that a new invite overtakes leaves the new token', async () => {
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    const link = await invite();
    const slow: Fetch = async (address, init) => {
      // The old device is being ended while the person connects anew.
      if (init?.method === 'DELETE') await redeem(laptop.db, fetch(), link, 'Laptop');
      return fetch()(address, init);
    };
    await signOut(laptop.db, slow, laptop.key);
    expect(await (await openMarketplace(laptop.db, fetch(), laptop.key))?.me()).toBeDefined();
  });
});

describe('taking a village off the device', () => {
  test('is for one that is signed out; makes drafts of its live listings, and publishes nothing by itself', async () => {
    await redeem(laptop.db, fetch(), await invite(), 'Laptop');
    const draft = await laptop.draft();
    await publish(laptop.db, draft, { now: laptop.now, random: 0 });
    await expect(forgetVillage(laptop.db, laptop.key)).rejects.toMatchObject({ code: 'village_connected' });
    await signOut(laptop.db, fetch(), laptop.key);
    await forgetVillage(laptop.db, laptop.key);
    const views = await listViews(laptop.db);
    expect(views).toMatchObject([{ state: 'draft', name: 'Gula semut' }]);
    expect(views[0]?.id).not.toBe(draft.id);
    expect(await laptop.owed()).toEqual([]);
    expect(await listVillages(laptop.db)).toEqual([]);
  });
});

describe('an answer', () => {
  const ask = (response: Response) => call(BASE_URL, async () => response, { method: 'GET', path: '/' }, null);
  test.each([
    [new Response('<html>login</html>', { status: 200 }), 'unreadable'],
    [new Response('<html>login</html>', { status: 401 }), 'unreadable'],
    [new Response('bad gateway', { status: 502 }), 'unreachable'],
    [new Response('slow down', { status: 429, headers: { 'retry-after': '7' } }), 'too_many'],
  ])('that is not the marketplace’s is %#: %s', async (response, code) => {
    await expect(ask(response)).rejects.toMatchObject({ code });
  });
});
