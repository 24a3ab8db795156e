import { randomBytes, timingSafeEqual } from 'node:crypto';
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

/** Whether what was given is the secret, in a time that tells nothing of how far it was right. */
export function isSameSecret(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
