import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InquiryPage } from '#contract';
import { touch } from '#marketplace/inquiries/store/append.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, openThread, villageSide } from './fixture.ts';

describe.each(backends)('what changed after a cursor, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let listing: { id: string };
  let side: ReturnType<typeof villageSide>;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    village = await market.village();
    listing = await addListing(market, village);
    side = villageSide(market, village);
  });

  test('nothing new: the same cursor, in at most 500 bytes with its headers', async () => {
    await openThread(market, listing);
    const { cursor } = await side.list();
    const response = await market.call('GET', `/v1/inquiries?after=${cursor}`, { token: village.token });
    const body = await response.text();
    expect(JSON.parse(body)).toEqual({ inquiries: [], cursor, more: false });
    expect(body.length).toBeLessThan(60);
  });

  test('nothing new costs one read, and it is the index of changes', async () => {
    for (let i = 0; i < 30; i++) await openThread(market, listing);
    const { cursor } = await side.list();
    const queries: string[] = [];
    const { executeQuery } = market.deps.db.getExecutor();
    const executor = market.deps.db.getExecutor();
    executor.executeQuery = (query, ...rest) => {
      queries.push(query.sql);
      return executeQuery.call(executor, query, ...rest) as never;
    };
    await side.list(cursor);
    executor.executeQuery = executeQuery;
    expect(
      queries.filter((sql) => sql.includes('inquir')),
      queries.join('\n'),
    ).toHaveLength(1);
  });

  test('a thread that changes twice comes once, as it is now', async () => {
    const [a, b] = [await openThread(market, listing), await openThread(market, listing)];
    const { cursor } = await side.list();
    await side.send(a.id, { kind: 'reply', text: 'satu' });
    await side.send(b.id, { kind: 'reply', text: 'dua' });
    await side.send(a.id, { kind: 'reply', text: 'tiga' });
    const page = InquiryPage.parse(await side.list(cursor));
    expect(page.inquiries.map((i) => [i.id, i.events.length])).toEqual([
      [b.id, 2],
      [a.id, 3],
    ]);
  });

  test('more than a page comes in parts, and nothing twice', async () => {
    for (let i = 0; i < 51; i++) await openThread(market, listing);
    const first = InquiryPage.parse(await side.list());
    const second = InquiryPage.parse(await side.list(first.cursor));
    expect([first.inquiries.length, first.more, second.inquiries.length, second.more]).toEqual([50, true, 1, false]);
  });

  test('a change that commits late is never behind a cursor', async () => {
    const [slow, quick] = [await openThread(market, listing), await openThread(market, listing)];
    const { cursor } = await side.list();
    const { db } = market.deps;
    const inside = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    // This change takes its number first and commits last.
    const late = db.transaction().execute(async (trx) => {
      await touch(trx, { villageId: village.id, id: slow.id }, { buyer_name: 'lambat' });
      inside.resolve();
      await release.promise;
    });
    await inside.promise;
    const reply = side.send(quick.id, { kind: 'reply', text: 'cepat' });
    if (backend === 'postgres') {
      // The other change waits for its number, so a reader cannot skip the slow one meanwhile.
      const page = await side.list(cursor);
      expect(page).toEqual({ inquiries: [], cursor, more: false });
    }
    release.resolve();
    await Promise.all([late, reply]);
    const page = InquiryPage.parse(await side.list(cursor));
    expect(page.inquiries.map((i) => i.id)).toEqual([slow.id, quick.id]);
  });

  test('readers that follow while many write see every thread in its last state', async () => {
    const threads = await Promise.all(Array.from({ length: 8 }, () => openThread(market, listing)));
    const seen = new Map<string, number>();
    let cursor = 'c0';
    let isWriting = true;
    const follow = async () => {
      do {
        const page = InquiryPage.parse(await side.list(cursor));
        for (const inquiry of page.inquiries) seen.set(inquiry.id, inquiry.events.length);
        cursor = page.cursor;
      } while (isWriting);
    };
    const reader = follow();
    await Promise.all(
      threads.map(async ({ id }) => {
        for (let i = 0; i < 4; i++) await side.send(id, { kind: 'reply', text: `${i}` });
      }),
    );
    isWriting = false;
    await reader;
    await follow();
    expect([...seen.values()]).toEqual(threads.map(() => 5));
  });

  test.each(['x', 'c-1', 'c1e9', '%27'])('a cursor that is none (%s) is said', async (cursor) => {
    expect((await market.call('GET', `/v1/inquiries?after=${cursor}`, { token: village.token })).status).toBe(422);
  });
});
