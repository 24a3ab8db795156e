import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing, Village } from '#contract';
import { PRACTICE_TITLE, practicePhones } from '#contract/practice.ts';
import { clock, come, leave, listing } from '#tests/utils/villages/bareDevice.ts';
import { village } from '#tests/utils/villages/storedVillage.ts';
import { redeem } from '#utils/connection/connection.ts';
import { endPractice, forgetPracticeLeft, practiceLeft } from '#utils/connection/practice.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDraft } from '#utils/drafts/drafts.ts';
import { publish } from '#utils/drafts/publish.ts';
import { syncListings } from '#utils/listings/sync.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { PostRef } from '#utils/model/cms.ts';
import type { StoredVillage } from '#utils/model/stored.ts';

const SITE = 'https://dagan.desa.id';
const [PHONE = '', OTHER = ''] = practicePhones(12, 3);
const practice = { endsAt: '2026-12-01T00:00:00.000Z', phones: [PHONE, OTHER] };
const base = village('desa-latihan-3', [SITE]);
const room: StoredVillage = {
  ...base,
  public: { ...base.public, village: { ...base.public.village, practice } },
};
const POST: PostRef = {
  postId: '7',
  url: `${SITE}/?p=7`,
  state: 'draft',
  editedMark: 'x',
  imageId: null,
  imageUrl: null,
};

let db: Db;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});

async function draftWith(phone: string) {
  const draft = await openDraft(db, null, SITE, clock.now);
  const words = { name: 'Gula semut', price: '25rb', unit: 'kg', category: 'makanan' };
  const maker = { producerName: 'Bu Siti', producerPhone: phone, consent: true };
  const photos = [{ hash: 'a'.repeat(64), type: 'image/jpeg' as const, width: 64, height: 48, bytes: 10 }];
  return { ...draft, form: { ...draft.form, ...words, ...maker }, photos };
}

/** A product of practice whose article stands on the site. */
async function sold(post: PostRef | null = POST): Promise<string> {
  const draft = await draftWith(PHONE);
  expect((await publish(db, draft, clock)).issues).toEqual([]);
  const stored = await listing(db, draft.id);
  if (stored === undefined) throw new Error('published');
  await db.change(['listings', 'outbox'], async (tx) => {
    await tx.put('listings', { ...stored, serverRev: 1, post, postRev: 1 });
    await tx.delete('outbox', draft.id);
  });
  return draft.id;
}

async function answerOf(id: string, changes: object): Promise<Listing> {
  const stored = await listing(db, id);
  const verification = { state: 'none' as const, url: null, checkedAt: null, reason: null };
  const about = { id, url: `${SITE}/p/${id}`, shortUrl: `${SITE}/p/${id}`, verification, hidden: null };
  const at = new Date(clock.now).toISOString();
  return { ...about, input: { ...stored?.input, ...changes }, updatedAt: at } as Listing;
}
const row = (id: string) => db.read(['outbox'], (tx) => tx.get('outbox', id));

describe('a maker’s number', () => {
  test.each([PHONE, OTHER])('of the sheet is taken in practice: %s', async (phone) => {
    await come(db, room);
    expect((await publish(db, await draftWith(phone), clock)).issues).toEqual([]);
  });
  test.each(['081234567890', practicePhones(12, 4)[0] ?? ''])(
    '%s is refused in practice, before anything is sent',
    async (phone) => {
      await come(db, room);
      const draft = await draftWith(phone);
      const { issues, row: owed } = await publish(db, draft, clock);
      expect(issues).toEqual([{ path: 'producer.phone', code: 'practice_phone' }]);
      expect([owed, await row(draft.id), await listing(db, draft.id)]).toEqual([null, undefined, undefined]);
    },
  );
  test('of practice is refused in a real village', async () => {
    await come(db, base);
    const { issues } = await publish(db, await draftWith(PHONE), clock);
    expect(issues).toEqual([{ path: 'producer.phone', code: 'practice_phone_real' }]);
    expect((await publish(db, await draftWith('081234567890'), clock)).issues).toEqual([]);
  });
});

describe('what the room withdraws', () => {
  const market = (answer: Listing): Marketplace => ({ listings: async () => [answer] }) as unknown as Marketplace;

  test('is owed its taking down on the site', async () => {
    await come(db, room);
    const id = await sold();
    expect(await syncListings(db, market(await answerOf(id, { rev: 2, state: 'withdrawn' })), room.key)).toBe(true);
    expect(await row(id)).toMatchObject({ kind: 'listing', rev: 2, owed: ['linkback'] });
    // Told once more, it is owed once.
    expect(await syncListings(db, market(await answerOf(id, { rev: 2, state: 'withdrawn' })), room.key)).toBe(false);
  });
  test('owes nothing where no article was written, or it is gone', async () => {
    await come(db, room);
    for (const post of [null, { ...POST, state: 'gone' as const }]) {
      const id = await sold(post);
      expect(await syncListings(db, market(await answerOf(id, { rev: 2, state: 'withdrawn' })), room.key)).toBe(false);
      expect(await row(id)).toBeUndefined();
    }
  });
});

describe('a room that has ended', () => {
  test('is asked nothing more; what still stands is owed its taking down, and told until it is gone', async () => {
    await come(db, room);
    const id = await sold();
    await endPractice(db, room.key, 'x');
    expect(await db.read(['villages'], (tx) => tx.get('villages', room.key))).toMatchObject({ revoked: true });
    expect(await practiceLeft(db)).toEqual([{ id, title: `${PRACTICE_TITLE}Gula semut`, url: POST.url }]);
    await forgetPracticeLeft(db, id);
    expect(await practiceLeft(db)).toEqual([]);
  });
  test('does nothing to a village that was connected anew meanwhile', async () => {
    await come(db, room);
    await sold();
    await endPractice(db, room.key, 'an older token');
    expect(await practiceLeft(db)).toEqual([]);
    expect(await db.read(['villages'], (tx) => tx.get('villages', room.key))).toMatchObject({ revoked: false });
  });
});

describe('the real invite', () => {
  const INVITE = `https://pasar.example/undang/${'a'.repeat(38)}`;
  const joins = (joined: Village) => async () =>
    Response.json(
      {
        token: `${joined.id}.${'a'.repeat(43)}`,
        device: { id: joined.id, name: 'Laptop', createdAt: practice.endsAt, lastSeenAt: null, current: true },
        village: joined,
      },
      { status: 201 },
    );
  const real = village('dagan', [SITE]).public.village;

  test('ends practice here: its products are drafts, without number and consent, and its articles come down', async () => {
    await come(db, room);
    const id = await sold();
    await redeem(db, joins(real), INVITE, 'Laptop');
    const state = await db.read(['villages', 'listings', 'outbox', 'drafts', 'values', 'makers'], async (tx) => ({
      villages: (await tx.all('villages')).map((one) => one.public.village.name),
      listings: await tx.all('listings'),
      outbox: await tx.all('outbox'),
      drafts: await tx.all('drafts'),
      makers: await tx.all('makers'),
      carried: await tx.value('carried'),
    }));
    expect(state).toMatchObject({ villages: ['dagan'], listings: [], outbox: [], makers: [] });
    expect(state.carried ?? {}).toEqual({});
    expect(state.drafts).toHaveLength(1);
    expect(state.drafts[0]).toMatchObject({
      baseRev: 0,
      form: { name: 'Gula semut', producerName: 'Bu Siti', producerPhone: '', consent: false },
    });
    expect(state.drafts[0]?.id).not.toBe(id);
    expect(await practiceLeft(db)).toMatchObject([{ id, url: POST.url }]);
    // Nothing is published by a press alone: the number and the yes are asked anew.
    const { issues } = await publish(db, state.drafts[0] as never, clock);
    expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining(['producer.phone', 'producer.consent']));
  });
  test('of one more practice village ends nothing', async () => {
    await come(db, room);
    const id = await sold();
    await redeem(db, joins({ ...real, practice }), INVITE, 'Laptop');
    expect(await listing(db, id)).toBeDefined();
  });
  test('works the same after the room has ended and its village was taken off', async () => {
    await come(db, room);
    await sold();
    await leave(db, room);
    const drafts = await db.read(['drafts'], (tx) => tx.all('drafts'));
    expect(drafts).toMatchObject([{ form: { producerPhone: '', consent: false } }]);
  });
});
