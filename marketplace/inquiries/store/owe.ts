import { sql } from 'kysely';
import { HOUR } from '#contract/time.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { NoticeKind } from '#marketplace/db/tables/notices.ts';
import type { Deps } from '#marketplace/deps.ts';
import { isFlagged, type Thread, type ThreadEvent } from '#marketplace/inquiries/thread.ts';
import { errorFields } from '#marketplace/log.ts';
import type { Key } from './events.ts';

/** How long before the end of an offer whoever has to answer it is reminded. */
const REMIND_BEFORE = 12 * HOUR;

interface Owed {
  to: 'buyer' | 'village';
  kind: NoticeKind;
  seq: number;
  at: number;
}

const ANSWERS: ReadonlySet<string> = new Set(['said', 'countered', 'accepted', 'declined']);
const QUESTIONS: ReadonlySet<string> = new Set(['asked', 'said', 'offered']);

/** Who is to be told of an event, and when. What the floor answers is the village's answer to its buyer. */
function owedFor({ by, kind, seq, at }: ThreadEvent, thread: Thread): Owed[] {
  const end = thread.stateSeq === seq ? thread.expiresAt : null;
  const reminder = (to: Owed['to']): Owed[] =>
    end === null ? [] : [{ to, kind: 'remind', seq, at: end - REMIND_BEFORE }];
  if (by !== 'buyer') return ANSWERS.has(kind) ? [{ to: 'buyer', kind: 'answer', seq, at }, ...reminder('buyer')] : [];
  // What is held for a look comes without a noise, as in the popup.
  if (!QUESTIONS.has(kind) || isFlagged(thread)) return [];
  return [{ to: 'village', kind: 'question', seq, at }, ...reminder('village')];
}

/**
 * Notes, in the transaction of the events, who is to be told of them. Nothing is noted where nobody wants to be told, and
 * nothing twice.
 */
export async function oweNotices(db: Db, key: Key, events: ThreadEvent[], thread: Thread): Promise<void> {
  for (const { to, kind, seq, at } of events.flatMap((event) => owedFor(event, thread))) {
    const contacts = db
      .selectFrom('contacts as c')
      .where('c.village_id', '=', key.villageId)
      .where('c.confirmed', '=', true)
      .$if(to === 'buyer', (query) => query.where('c.inquiry_id', '=', key.id))
      .$if(to === 'village', (query) => query.where('c.device_id', 'is not', null))
      .select([
        'c.village_id',
        'c.id as contact_id',
        sql<string>`${key.id}`.as('inquiry_id'),
        sql<number>`${seq}::integer`.as('seq'),
        sql<NoticeKind>`${kind}`.as('kind'),
        sql<Date>`${new Date(at)}::timestamptz`.as('due_at'),
        sql<'owed'>`'owed'`.as('state'),
        sql<Date>`${new Date(thread.lastAt)}::timestamptz`.as('owed_at'),
      ]);
    await db
      .insertInto('notices')
      .columns(['village_id', 'contact_id', 'inquiry_id', 'seq', 'kind', 'due_at', 'state', 'owed_at'])
      .expression(contacts)
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
}

/**
 * Has what is owed sent now rather than at the next full minute. Whatever happens here, the message itself is stored: a
 * wake-up that is lost costs a minute.
 */
export async function wakeNotices(deps: Pick<Deps, 'config' | 'jobs' | 'log'>): Promise<void> {
  if (deps.config.mail === null && deps.config.vapid === null) return;
  try {
    await deps.jobs.send('notices', {}, { key: 'now' });
  } catch (error) {
    deps.log('error', 'notices_wake', errorFields(error));
  }
}
