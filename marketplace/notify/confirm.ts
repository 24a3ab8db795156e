import { createHmac, timingSafeEqual } from 'node:crypto';
import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { linkable } from '#marketplace/villages/tokens.ts';
import type { Contact } from './owed.ts';

const CONFIRM_DAYS = 2;

type Key = Pick<Contact, 'village_id' | 'id'>;

function markOf(deps: Pick<Deps, 'secret'>, { village_id, id }: Key): string {
  return linkable(createHmac('sha256', deps.secret).update(`confirm\n${village_id}${id}`).digest().subarray(0, 16));
}

/** The link that says that an official's address is read by whoever typed it. */
export const confirmPath = (deps: Pick<Deps, 'secret'>, key: Key): string =>
  `/jawab/surel/${key.village_id}${key.id}${markOf(deps, key)}`;

/** The address that a link confirms; null for one that never was, has ended, or whose address was taken away. */
export async function readConfirm(deps: Deps, token: string): Promise<Contact | null> {
  const [, village_id = '', id = '', mark = ''] = /^([0-9a-z]{16})([0-9a-z]{16})([0-9a-z]{25})$/.exec(token) ?? [];
  if (id === '') return null;
  const key = { village_id, id };
  if (!timingSafeEqual(Buffer.from(markOf(deps, key)), Buffer.from(mark))) return null;
  const row = await deps.db
    .selectFrom('contacts')
    .selectAll()
    .where('village_id', '=', village_id)
    .where('id', '=', id)
    .where('device_id', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const isOver = deps.now().getTime() - row.created_at.getTime() > CONFIRM_DAYS * DAY;
  return row.confirmed || !isOver ? row : null;
}

export async function confirmContact(deps: Deps, { village_id, id }: Key): Promise<void> {
  await deps.db
    .updateTable('contacts')
    .set({ confirmed: true })
    .where('village_id', '=', village_id)
    .where('id', '=', id)
    .execute();
}
