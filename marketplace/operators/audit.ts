import type { Deps } from '#marketplace/deps.ts';

/** What an operator can have done. */
export type AuditAction =
  | 'signed_in'
  | 'signed_out_everywhere'
  | 'link_made'
  | 'profiles_imported'
  | 'key_added'
  | 'key_removed'
  | 'operator_added'
  | 'operator_ended'
  | 'village_invited'
  | 'village_approved'
  | 'village_suspended'
  | 'invite_made'
  | 'device_revoked'
  | 'site_added'
  | 'site_refused'
  | 'recipe_offered'
  | 'recipe_withdrawn'
  | 'listing_hidden'
  | 'listing_shown'
  | 'reports_closed'
  | 'thread_read'
  | 'thread_looked_at'
  | 'village_reminded'
  | 'buyer_offered'
  | 'link_looked_at'
  | 'exported'
  | 'practice_made'
  | 'practice_reset'
  | 'practice_ended';

export interface AuditEntry {
  action: AuditAction;
  /** What it was done to, by a name that people know: a village, a product's address, another operator. */
  subject?: string;
  /** Never a number, a buyer's name or a text that somebody wrote to somebody. */
  detail?: Record<string, string | number>;
}

/** A line of the log is read as a line. */
const SUBJECT_MOST = 200;

/** Adds a line to the log of what was done; `operator` is null for the command line, whose user this program cannot know. */
export async function record(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  operator: { id: string; name: string } | null,
  { action, subject = '', detail = {} }: AuditEntry,
): Promise<void> {
  const by = { operator_id: operator?.id ?? null, operator_name: operator?.name ?? '' };
  await db
    .insertInto('audit')
    .values({ at: now(), ...by, action, subject: subject.slice(0, SUBJECT_MOST), detail: JSON.stringify(detail) })
    .execute();
}

export interface AuditLine {
  id: string;
  at: Date;
  /** Empty for the command line. */
  operator: string;
  action: string;
  subject: string;
  detail: Record<string, string | number>;
}

/** Lines of the log, the newest first; `before` is the id of the last one of the page before. */
export async function auditLines({ db }: Pick<Deps, 'db'>, before: string | null, limit: number): Promise<AuditLine[]> {
  const lines = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
  const rows = await (before === null ? lines : lines.where('id', '<', before)).execute();
  return rows.map(({ id, at, operator_name, action, subject, detail }) => ({
    id: String(id),
    at,
    operator: operator_name,
    action,
    subject,
    detail,
  }));
}
