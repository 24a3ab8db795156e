import { DAY, MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { touch } from './store/append.ts';
import { forgetContacts } from './store/contacts.ts';
import { forgetTexts } from './store/events.ts';

/** One night's share is all that there is; a run that takes longer than this goes on the next night, and says so. */
const LONGEST_RUN = 30 * MINUTE;

/**
 * Takes the person out of threads in which nothing happened for `config.retentionDays`: name, number, addresses, link
 * and texts are deleted; product, terms and dates stay as trade record (kept at least 5 years, PP 80/2019). Each thread has its
 * own transaction and is skipped when somebody has it locked, so it is safe to run twice and in two processes. Answers
 * how many threads were changed.
 */
export async function pseudonymiseOld(deps: Deps): Promise<number> {
  const before = new Date(deps.now().getTime() - deps.config.retentionDays * DAY);
  const started = performance.now();
  for (let done = 0; ; done++) {
    if (performance.now() - started > LONGEST_RUN) {
      deps.log('error', 'retention_behind', { done });
      return done;
    }
    const found = await deps.db.transaction().execute(async (db) => {
      const row = await db
        .selectFrom('inquiries')
        .select(['village_id', 'id'])
        .where('pseudonymised_at', 'is', null)
        .where('updated_at', '<', before)
        .where('state', 'not in', ['offered', 'countered'])
        .orderBy('updated_at')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!row) return false;
      const key = { villageId: row.village_id, id: row.id };
      await forgetContacts(db, key);
      await forgetTexts(db, key);
      // The row gets a new change number, so that the village's devices also replace what they have stored of it.
      await touch(db, key, {
        buyer_name: null,
        buyer_phone: null,
        phone_key: null,
        secret_hash: null,
        bulk_id: null,
        pseudonymised_at: deps.now(),
      });
      return true;
    });
    if (!found) return done;
  }
}
