import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#marketplace/db/migrate.ts';
import { notify } from '#marketplace/db/open.ts';
import { prepare } from '#marketplace/db/prepared.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';

describe.each(backends)('database on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());

  it('migrates twice, and twice at once, without a change', async () => {
    await migrate(market.deps.db);
    await Promise.all([migrate(market.deps.db), migrate(market.deps.db)]);
    expect(await market.deps.db.selectFrom('villages').selectAll().execute()).toEqual([]);
  });

  it('a statement that is put together once takes the values of each call, however often it names one', async () => {
    const say = prepare((db, { a, b }: { a: string; b: string }) =>
      db.selectNoFrom([sql<string>`${b}::text || ${a}::text || ${b}::text || ${'!'}::text`.as('said')]),
    );
    const pairs = ['12', '34', '56'].map(([a = '', b = '']) => ({ a, b }));
    const said = await Promise.all(pairs.map((pair) => say(market.deps.db, pair)));
    expect(said).toEqual([[{ said: '212!' }], [{ said: '434!' }], [{ said: '656!' }]]);
    await market.deps.db.transaction().execute(async (trx) => {
      expect(await say(trx, { a: 'a', b: 'b' })).toEqual([{ said: 'bab!' }]);
    });
  });

  it('statements that are kept go on when a later version adds a column to what they read', async () => {
    const village = await market.village();
    const paths = ['/v1/me', '/v1/inquiries', '/v1/listings'];
    const statuses = async () => {
      const all = Array.from({ length: 8 }, () => paths.map((path) => market.call('GET', path, village)));
      return new Set((await Promise.all(all.flat())).map(({ status }) => status));
    };
    const tables = ['villages', 'devices', 'inquiries', 'listings'].map((name) => sql.table(name));
    expect(await statuses()).toEqual(new Set([200]));
    for (const table of tables) await sql`alter table ${table} add column added text`.execute(market.deps.db);
    expect(await statuses()).toEqual(new Set([200]));
    for (const table of tables) await sql`alter table ${table} drop column added`.execute(market.deps.db);
  });

  it('wakes a listener only when the transaction commits', async () => {
    const heard: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = await market.deps.listen('test', (payload) => {
      heard.push(payload);
      if (payload === 'kept') resolve();
    });
    await market.deps.db
      .transaction()
      .execute(async (trx) => {
        await notify(trx, 'test', 'rolled back');
        throw new Error('no');
      })
      .catch(() => {});
    await market.deps.db.transaction().execute((trx) => notify(trx, 'test', 'kept'));
    await promise;
    await stop();
    expect(heard).toEqual(['kept']);
  });

  it('answers an unknown address as a problem with the safe headers', async () => {
    const response = await market.call('GET', '/v1/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toMatchObject({ code: 'not_found', status: 404 });
  });
});
