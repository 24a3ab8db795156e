import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';

const SHOWN_DAYS = 90;

/**
 * A conversation that one side reported, for the operator. It holds the reporter's own words, which the other side
 * never sees.
 */
export interface ThreadReport {
  village: { slug: string; name: string };
  product: { name: string; slug: string };
  inquiryId: string;
  by: 'buyer' | 'village';
  at: Date;
  words: string | null;
}

/** More are not shown at once. */
export const THREAD_REPORTS_SHOWN = 200;

/** Reports of the last 90 days, newest first: those that are shown, and one more where there are more. */
export async function threadReports(deps: Deps): Promise<ThreadReport[]> {
  const rows = await deps.db
    .selectFrom('inquiry_events as e')
    .innerJoin('inquiries as i', (on) =>
      on.onRef('i.village_id', '=', 'e.village_id').onRef('i.id', '=', 'e.inquiry_id'),
    )
    .innerJoin('listings as l', (on) =>
      on.onRef('l.village_id', '=', 'i.village_id').onRef('l.id', '=', 'i.listing_id'),
    )
    .innerJoin('villages as v', 'v.id', 'e.village_id')
    .select(['v.slug as village_slug', 'v.name as village_name', 'l.name', 'l.slug', 'i.id', 'e.by', 'e.at', 'e.text'])
    .where('v.practice_room', 'is', null)
    .where('e.kind', '=', 'reported')
    .where('e.at', '>', new Date(deps.now().getTime() - SHOWN_DAYS * DAY))
    .orderBy('e.at', 'desc')
    .limit(THREAD_REPORTS_SHOWN + 1)
    .execute();
  return rows.map((row) => ({
    village: { slug: row.village_slug, name: row.village_name },
    product: { name: row.name, slug: row.slug },
    inquiryId: row.id,
    by: row.by === 'village' ? 'village' : 'buyer',
    at: row.at,
    words: row.text,
  }));
}
