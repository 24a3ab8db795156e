import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { notify, openEmbedded } from '#marketplace/db/open.ts';

it('the embedded database hears and stops hearing in the midst of queries, and no query suffers', async () => {
  const database = await openEmbedded(null);
  const { db, listen } = database;
  const heard: string[] = [];
  const failed: unknown[] = [];
  const queries = async () => {
    for (let n = 0; n < 60; n += 1) {
      // Parameters make it several messages of the protocol.
      await sql`select ${n}::int + generate_series(1, ${n}::int)`.execute(db).catch((error) => failed.push(error));
    }
  };
  const listeners = async (name: string) => {
    for (let n = 0; n < 60; n += 1) {
      const stop = await listen(name, (payload) => heard.push(`${name} ${payload}`));
      if (n === 59) return stop;
      await stop();
    }
    throw new Error('unreachable');
  };
  const [, , stop, other] = await Promise.all([queries(), queries(), listeners('a-one'), listeners('b')]);
  expect(failed).toEqual([]);
  // One of two who listen stops: the other goes on hearing.
  const again = await listen('a-one', (payload) => heard.push(`again ${payload}`));
  await again();
  await notify(db, 'a-one', 'x');
  await notify(db, 'b', 'y');
  await expect.poll(() => heard).toEqual(['a-one x', 'b y']);
  await stop();
  await notify(db, 'a-one', 'z');
  await notify(db, 'b', 'end');
  await expect.poll(() => heard).toEqual(['a-one x', 'b y', 'b end']);
  await other();
  await database.close();
});
