import { MINUTE } from '#contract/time.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { countHit } from '#marketplace/http/limits.ts';
import { NOTICE_LIMITS } from './limits.ts';
import { deliverMail } from './mail/deliver.ts';
import { stopReason } from './mail/stop.ts';
import { newsOf, type Sending } from './news.ts';
import { type Channel, type Contact, giveUpLost, isStale, mergeOthers, setNotice, takeOwed } from './owed.ts';
import { deliverPush } from './push/deliver.ts';

/** One run's share of each channel; what is left over waits for the next minute. */
const AT_ONCE = 300;
const LONGEST_RUN = 4 * MINUTE;
/** So that a server which lets us wait holds up none of the others'. */
const LINES: Record<Channel, number> = { mail: 2, push: 4 };

const deliver = { mail: deliverMail, push: deliverPush };

/**
 * Sends what is owed. A notice is marked as being sent in a transaction of its own before the first byte goes out: any
 * number of runs may go on at once, and one that dies leaves a notice behind that nobody sends a second time. Answers how
 * many were looked at.
 */
export async function deliverDue(deps: Deps): Promise<number> {
  await giveUpLost(deps);
  const { mail, vapid } = deps.config;
  const channels: Channel[] = [...(mail ? (['mail'] as const) : []), ...(vapid ? (['push'] as const) : [])];
  const counts = await Promise.all(channels.map((channel) => deliverOn(deps, channel)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One channel's share of a run. */
async function deliverOn(deps: Deps, channel: Channel): Promise<number> {
  const started = performance.now();
  let looked = 0;
  let isDown = false;
  const line = async () => {
    while (!isDown && looked < AT_ONCE && performance.now() - started < LONGEST_RUN) {
      looked++;
      const taken = await deps.db.transaction().execute((db) => take(db, deps, channel));
      if (taken === 'none') {
        looked--;
        return;
      }
      if (taken === 'dropped') continue;
      const settled = await deliver[channel](deps, taken);
      await setNotice(deps.db, taken.notice, settled.columns);
      isDown ||= settled.isDown ?? false;
    }
  };
  await Promise.all(Array.from({ length: LINES[channel] }, line));
  return looked;
}

async function take(db: Db, deps: Deps, channel: Channel): Promise<Sending | 'none' | 'dropped'> {
  const now = deps.now();
  const notice = await takeOwed(db, now, channel);
  if (notice === undefined) return 'none';
  const contact = await db
    .selectFrom('contacts')
    .selectAll()
    .where('village_id', '=', notice.village_id)
    .where('id', '=', notice.contact_id)
    .executeTakeFirstOrThrow();
  const news = isStale(notice, now) ? null : await newsOf(db, deps, notice, contact);
  const isStopped = contact.channel === 'mail' && (await stopReason(db, contact.address_key)) !== null;
  if (news === null || isStopped) {
    await setNotice(db, notice, { state: 'dropped' });
    return 'dropped';
  }
  if (notice.tries === 0) await mergeOthers(db, notice, now);
  const wait = notice.tries === 0 ? await secondsToWait(db, deps, contact) : 0;
  if (wait > 0) {
    await setNotice(db, notice, { due_at: new Date(now.getTime() + wait * 1000) });
    return 'dropped';
  }
  const tries = notice.tries + 1;
  await setNotice(db, notice, { state: 'sending', tries, tried_at: now });
  return { notice: { ...notice, tries }, contact, news };
}

/** How long an address that has had its share today waits; counted by its hash. */
async function secondsToWait(db: Db, deps: Deps, { channel, address_key }: Contact): Promise<number> {
  const rule = channel === 'mail' ? NOTICE_LIMITS.mailPerAddress : NOTICE_LIMITS.pushPerBrowser;
  const { hits, secondsLeft } = await countHit({ ...deps, db }, rule, address_key);
  return hits > rule.max ? secondsLeft : 0;
}
