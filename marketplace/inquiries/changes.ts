import * as z from 'zod/mini';
import type { InquiryPage } from '../contract/index.ts';
import type { Deps } from '../deps.ts';
import { selectViews, withEvents } from './view.ts';

const PAGE = 50;

/** Where a reader stands in the village's changes; opaque to clients. Without one it starts at the beginning. */
export const ChangeCursor = z.pipe(
  z._default(z.string().check(z.regex(/^c\d{1,15}$/, 'cursor_malformed')), 'c0'),
  z.transform((text) => Number(text.slice(1))),
);

/**
 * Inquiries that changed after the cursor, in the order of their last change. Nothing new costs one read of the index
 * (village_id, change). Each change of a row moves it to the end, so a reader sees the newest state of each, and none is
 * missed: the village's change numbers are committed in their order (`store/append.ts`).
 */
export async function inquiriesAfter(deps: Deps, villageId: string, after: number): Promise<InquiryPage> {
  const rows = await selectViews(deps.db, villageId)
    .where('i.change', '>', String(after))
    .orderBy('i.change')
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  return {
    inquiries: await withEvents(deps, villageId, shown),
    cursor: `c${shown.at(-1)?.change ?? after}`,
    more: rows.length > PAGE,
  };
}
