import * as z from 'zod/mini';
import type { InquiryPage } from '#contract';
import { prepare } from '#marketplace/db/prepared.ts';
import type { Deps } from '#marketplace/deps.ts';
import { selectViews, withEvents } from './view.ts';

const PAGE = 50;

/**
 * The place in the village's changes up to which a reader has read; opaque to clients. Without a cursor a reader starts
 * at the beginning.
 */
export const ChangeCursor = z.pipe(
  z._default(z.string().check(z.regex(/^c\d{1,15}$/, 'cursor_malformed')), 'c0'),
  z.transform((text) => Number(text.slice(1))),
);

/** A query of its own, because pollers ask it a thousand times for each time that it finds something. */
const changesAfter = prepare((db, from: { villageId: string; after: string }) =>
  db
    .selectFrom('inquiries')
    .select('change')
    .where('village_id', '=', from.villageId)
    .where('change', '>', from.after)
    .orderBy('change')
    .limit(PAGE + 1),
);

/**
 * Inquiries that changed after the cursor, in the order of their last change. When nothing is new, this costs one read
 * of the index (village_id, change). Each change of a row moves it to the end, so a reader sees the newest state of
 * each row. A reader misses none, because the village's change numbers are committed in their order
 * (`store/append.ts`).
 */
export async function inquiriesAfter(deps: Deps, villageId: string, after: number): Promise<InquiryPage> {
  const changed = await changesAfter(deps.db, { villageId, after: String(after) });
  const last = changed.slice(0, PAGE).at(-1);
  if (!last) return { inquiries: [], cursor: `c${after}`, more: false };
  const rows = await selectViews(deps.db, villageId)
    .where('i.change', '>', String(after))
    .where('i.change', '<=', last.change)
    .orderBy('i.change')
    .execute();
  const inquiries = await withEvents(deps, villageId, rows);
  return { inquiries, cursor: `c${last.change}`, more: changed.length > PAGE };
}
