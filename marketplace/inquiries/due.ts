import { newId } from '#contract/newId.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { limit } from '#marketplace/http/limits.ts';
import { errorFields } from '#marketplace/log.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { floorOf, type InquiryRow, numbered } from './act.ts';
import { canJudge } from './floor.ts';
import { LIMITS } from './limits.ts';
import { decide } from './machine.ts';
import { append } from './store/append.ts';
import { loadEvents } from './store/events.ts';
import { listingFacts } from './store/listing.ts';
import { project } from './store/projection.ts';
import { fold } from './thread.ts';
import type { Command } from './transitions.ts';

/** How many threads one run looks at; the others wait for the next minute. */
const AT_ONCE = 500;

/**
 * Does what is due by time: expire at 48 h, remind at 24 h, let the hidden floor answer. Each thread is locked in a
 * transaction of its own, and skipped when another process has it locked, so any number of processes may run this at
 * once. Answers how many threads were looked at.
 */
export async function sweepDue(deps: Deps): Promise<number> {
  const failed: string[] = [];
  for (let done = 0; done < AT_ONCE; done++) {
    let current: string | null = null;
    try {
      const found = await deps.db.transaction().execute(async (db) => {
        const row = await takeDue(db, deps.now(), failed);
        current = row?.id ?? null;
        if (row) await tick(db, deps, row);
        return row !== undefined;
      });
      if (!found) return done;
    } catch (error) {
      // One broken thread must not stop the clock of all others.
      if (current === null) throw error;
      failed.push(current);
      deps.log('error', 'inquiry_due', errorFields(error));
    }
  }
  return AT_ONCE;
}

function takeDue(db: Db, now: Date, failed: string[]): Promise<InquiryRow | undefined> {
  let query = db.selectFrom('inquiries').selectAll().where('due_at', '<=', now);
  if (failed.length > 0) query = query.where('id', 'not in', failed);
  return query.orderBy('due_at').limit(1).forUpdate().skipLocked().executeTakeFirst();
}

async function tick(db: Db, deps: Deps, row: InquiryRow): Promise<void> {
  const key = { villageId: row.village_id, id: row.id };
  const now = deps.now().getTime();
  const facts = await listingFacts(db, key.villageId, row.listing_id);
  const rules = { ...facts.rules, elsewhere: { offers: 0, open: false } };
  const watch = floorOf(row);
  const isJudged = watch !== null && watch.at <= now;
  const floor = isJudged ? null : watch;
  let thread = fold(await loadEvents(db, key));
  const commands: Command[] = [{ by: 'system', kind: 'expire' }];
  if (isJudged && canJudge(thread, watch.offer, rules) && (await mayJudge(db, deps, row)))
    commands.push({ by: 'system', kind: 'floor', offer: watch.offer });
  commands.push({ by: 'system', kind: 'remind' });
  for (const command of commands) {
    const { events } = decide(thread, command, now, rules);
    if (events.length === 0) continue;
    const stored = numbered(events, { messageId: newId(), command, deviceId: null }, thread.seq);
    thread = await append(db, key, { thread, floor }, stored, facts);
  }
  // The columns are written even when no event came of it: a floor that left the answer to a person has judged the
  // offer, and it judges only once.
  const { due_at, floor_at, floor_offer } = project(thread, floor);
  await db
    .updateTable('inquiries')
    .set({ due_at, floor_at, floor_offer })
    .where('village_id', '=', key.villageId)
    .where('id', '=', key.id)
    .execute();
}

/**
 * Whether the floor may judge once more today. A buyer learns from silence as much as from an answer, so every
 * judgement counts, whatever it comes to (see `floor.ts`).
 */
async function mayJudge(db: Db, deps: Deps, row: InquiryRow): Promise<boolean> {
  try {
    await limit({ ...deps, db }, LIMITS.floorPerListing, row.listing_id);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'too_many') return false;
    throw error;
  }
}
