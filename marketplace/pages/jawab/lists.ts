import type { Inquiry } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { selectViews, withEvents } from '#marketplace/inquiries/view.ts';

const PAGE = 20;

/** A part of a list, and where the next part begins; null when this is the last one. */
export interface InquiryList {
  inquiries: Inquiry[];
  next: string | null;
}

/** What waits for an answer, the longest first. `after` is where the part before ended; anything else is the beginning. */
export async function waitingList(deps: Deps, villageId: string, after: string): Promise<InquiryList> {
  const [, ms = '', id = ''] = /^(\d{1,15})-([0-9a-z]{16})$/.exec(after) ?? [];
  const rows = await selectViews(deps.db, villageId)
    .where('i.unanswered', '=', true)
    .where('i.flagged', '=', false)
    .$if(id !== '', (query) =>
      query.where((eb) => eb(eb.refTuple('i.waiting_since', 'i.id'), '>', eb.tuple(new Date(Number(ms)), id))),
    )
    .orderBy('i.waiting_since')
    .orderBy('i.id')
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    inquiries: await withEvents(deps, villageId, shown),
    next: last?.waiting_since ? `${last.waiting_since.getTime()}-${last.id}` : null,
  };
}

/**
 * Every conversation, the newest first: those that are held for a look or reported (`flagged`), or all others. A flagged
 * one comes without a noise, so there has to be a place where it is found.
 */
export async function allList(
  deps: Deps,
  villageId: string,
  { before, flagged }: { before: string; flagged: boolean },
): Promise<InquiryList> {
  const [change = ''] = /^\d{1,15}$/.exec(before) ?? [];
  const rows = await selectViews(deps.db, villageId)
    .where('i.flagged', '=', flagged)
    .$if(change !== '', (query) => query.where('i.change', '<', change))
    .orderBy('i.change', 'desc')
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  return {
    inquiries: await withEvents(deps, villageId, shown),
    next: rows.length > PAGE ? (shown.at(-1)?.change ?? null) : null,
  };
}

/** Whether anything is held for a look. */
export async function hasHeld({ db }: Deps, villageId: string): Promise<boolean> {
  const row = await db
    .selectFrom('inquiries')
    .select('id')
    .where('village_id', '=', villageId)
    .where('flagged', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
