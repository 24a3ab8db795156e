import { createHmac, hash } from 'node:crypto';
import { sql } from 'kysely';
import { wibDay } from '#contract/wib.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { errorFields } from '#marketplace/log.ts';
import { isPerson } from './isPerson.ts';

/** Views are written together, after this time (ms) at the latest. */
const WRITE_AFTER = 20_000;
/** What waits in memory; beyond it views are not counted, so that no flood fills it. */
const MOST_WAITING = 5000;

/** An address shows as many browsers a day as this; one that changes its name with each request makes up no more. */
const BROWSERS_MAX = 64;

interface View {
  day: string;
  hash: string;
  village_id: string;
  listing_id: string;
}
interface Waiting {
  views: Map<string, View>;
  timer: NodeJS.Timeout | null;
  /** True when it was said that more came than is counted. */
  isFull: boolean;
}

const waiting = new WeakMap<Deps, Waiting>();

function waitingOf(deps: Deps): Waiting {
  const known = waiting.get(deps);
  if (known) return known;
  const fresh: Waiting = { views: new Map(), timer: null, isFull: false };
  waiting.set(deps, fresh);
  // What waits when the server stops is written then.
  deps.stopping.addEventListener('abort', () => void writeViews(deps), { once: true });
  return fresh;
}

/**
 * Counts that a person has the product's page before them: once a day for each visitor. Neither an address nor a browser's
 * name is stored, but a hash of both with the product and the day, keyed by the server's secret, which is deleted when the
 * day is over. It keeps nobody waiting: nothing is written here.
 */
export function countView(deps: Deps, c: AppContext, listing: { id: string; village: { id: string } }): void {
  if (!isPerson(c)) return;
  const own = waitingOf(deps);
  const { views, timer } = own;
  if (views.size >= MOST_WAITING) {
    if (!own.isFull) deps.log('warn', 'views_uncounted', { waiting: views.size });
    own.isFull = true;
    return;
  }
  const day = wibDay(deps.now());
  const browser = hash('sha256', `${c.req.header('user-agent')}\n${c.req.header('accept-language')}`, 'buffer');
  const who = `${clientIp(c, deps.config)}\n${browser.readUInt32BE(0) % BROWSERS_MAX}`;
  const key = createHmac('sha256', deps.secret).update(`view\n${day}\n${listing.id}\n${who}`).digest('base64url');
  const seen = key.slice(0, 22);
  views.set(`${day} ${seen}`, { day, hash: seen, village_id: listing.village.id, listing_id: listing.id });
  if (timer !== null) return;
  own.timer = setTimeout(() => void writeViews(deps), WRITE_AFTER).unref();
}

/** Writes what waits. What another process has counted today is not counted again. A fault loses these few views. */
export async function writeViews(deps: Deps): Promise<void> {
  const own = waitingOf(deps);
  if (own.timer !== null) clearTimeout(own.timer);
  // In one order, so that two processes that write at once do not wait for each other.
  const views = [...own.views.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  own.views.clear();
  own.timer = null;
  own.isFull = false;
  try {
    for (let at = 0; at < views.length; at += BATCH) await write(deps, views.slice(at, at + BATCH));
  } catch (error) {
    deps.log('error', 'views_lost', errorFields(error));
  }
}

const BATCH = 500;

async function write(deps: Deps, views: View[]): Promise<void> {
  const of = new Map(views.map((view) => [`${view.day} ${view.hash}`, view]));
  await deps.db.transaction().execute(async (trx) => {
    const fresh = await trx
      .insertInto('views_seen')
      .values(views.map(({ day, hash }) => ({ day, hash })))
      .onConflict((oc) => oc.doNothing())
      .returning(['day', 'hash'])
      .execute();
    const counts = new Map<string, { village_id: string; listing_id: string; month: string; views: number }>();
    for (const { day, hash } of fresh) {
      const view = of.get(`${day} ${hash}`);
      if (view === undefined) continue;
      const { village_id, listing_id } = view;
      const month = day.slice(0, 7);
      const key = `${listing_id} ${month}`;
      counts.set(key, { village_id, listing_id, month, views: (counts.get(key)?.views ?? 0) + 1 });
    }
    const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    if (rows.length === 0) return;
    await trx
      .insertInto('listing_views')
      .values(rows)
      .onConflict((oc) =>
        oc
          .columns(['village_id', 'month', 'listing_id'])
          .doUpdateSet({ views: sql<number>`listing_views.views + excluded.views` }),
      )
      .execute();
  });
}
