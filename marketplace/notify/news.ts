import { maskPlace } from '#contract/maskPlace.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { currentThreadSecret } from '#marketplace/inquiries/secret.ts';
import { confirmPath } from './confirm.ts';
import type { MailKind } from './mail/compose.ts';
import type { Contact, Notice } from './owed.ts';

/** What a notice says, once it is known that there is still something to say. */
export interface News {
  kind: MailKind;
  village: string;
  path: string;
}

/** A notice that is being sent, and what it says. */
export interface Sending {
  notice: Notice;
  contact: Contact;
  news: News;
}

/** What becomes of a notice, and whether its channel takes nothing more for now. */
export interface Settled {
  columns: Partial<Notice>;
  isDown?: boolean;
}

/** What a notice of a question is to an official. */
const OFFICIALS: Partial<Record<Notice['kind'], MailKind>> = { remind: 'remindQuestion', nudge: 'nudge' };

/** Null when there is no need any more: answered meanwhile, ended, erased, the link shut, the village blocked. */
export async function newsOf(db: Db, deps: Deps, notice: Notice, contact: Contact): Promise<News | null> {
  const village = await db
    .selectFrom('villages')
    .select(['name', 'district', 'regency', 'status'])
    .where('id', '=', notice.village_id)
    .executeTakeFirst();
  if (village === undefined || village.status === 'blocked') return null;
  const { name } = maskPlace(village);
  if (contact.device_id !== null && !(await isDeviceLive(db, contact))) return null;
  if (notice.kind === 'confirm') return { kind: 'confirm', village: name, path: confirmPath(deps, contact) };
  const row = await db
    .selectFrom('inquiries')
    .select(['village_id', 'opened_with', 'link_nonce', 'secret_hash', 'state', 'expires_at', 'unanswered', 'flagged'])
    .where('village_id', '=', notice.village_id)
    .where('id', '=', notice.inquiry_id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const isOfficial = contact.device_id !== null;
  if (notice.kind === 'remind') {
    if (row.state !== (isOfficial ? 'offered' : 'countered') || row.expires_at === null) return null;
    if (row.expires_at <= deps.now() || !(await isLastOffer(db, notice))) return null;
  }
  if (isOfficial) {
    if (!row.unanswered || row.flagged) return null;
    return { kind: OFFICIALS[notice.kind] ?? 'question', village: name, path: '/jawab' };
  }
  const secret = currentThreadSecret(deps, row);
  if (secret === null) return null;
  return { kind: notice.kind === 'remind' ? 'remind' : 'answer', village: name, path: `/tanya/${secret}` };
}

async function isDeviceLive(db: Db, { village_id, device_id }: Contact): Promise<boolean> {
  const row = await db
    .selectFrom('devices')
    .select('id')
    .where('village_id', '=', village_id)
    .where('id', '=', device_id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the offer that the reminder is about is still the one on the table. */
async function isLastOffer(db: Db, { village_id, inquiry_id, seq }: Notice): Promise<boolean> {
  const last = await db
    .selectFrom('inquiry_events')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('village_id', '=', village_id)
    .where('inquiry_id', '=', inquiry_id)
    .where('kind', 'in', ['offered', 'countered'])
    .executeTakeFirst();
  return last?.seq === seq;
}
