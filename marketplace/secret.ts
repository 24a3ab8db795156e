import { randomBytes } from 'node:crypto';
import type { Db } from './db/open.ts';

/** The service's secret, made at the first start and the same for all processes on this database. */
export async function loadSecret(db: Db): Promise<Buffer> {
  await db
    .insertInto('settings')
    .values({ key: 'secret', value: randomBytes(32).toString('base64') })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'secret')
    .executeTakeFirstOrThrow();
  return Buffer.from(value, 'base64');
}
