import { sql } from 'kysely';
import { HOUR } from '#contract/time.ts';
import { wibMonth, wibMonthBounds } from '#contract/wib.ts';
import type { Deps } from '#marketplace/deps.ts';

/** A question that was answered within this (ms) was answered in time. */
const IN_TIME = 48 * HOUR;

/** What happened in a month, in one village or in all. */
export interface Figures {
  /** Products that were put up in the month, whatever became of them. */
  listings: number;
  /** Null for a month of which views are not counted any more, or were not yet. */
  views: number | null;
  /**
   * Questions that reached the village, one for each village that a form went to; what was held as spam is none, and what
   * lacked only a proof of work is one.
   */
  inquiries: number;
  /** Of these, those that wait for an answer or have one: not what a buyer took back before. */
  answerable: number;
  /** Of these, those answered within 48 hours. */
  answeredInTime: number;
  /** Of these, those that may still be answered in time. */
  open: number;
  /** Agreements of the month that were not called off. */
  deals: number;
  /** What they come to, in whole rupiah. */
  value: number;
}

/** Figures of one village in one month. */
export interface VillageMonth extends Figures {
  /** `2026-11`, as it is in Java. */
  month: string;
  villageId: string;
  slug: string;
  name: string;
}

/** `count` months, this one the last, the oldest first. */
export function lastMonths(now: Date, count: number): string[] {
  const [year = 0, month = 1] = wibMonth(now).split('-').map(Number);
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, month - count + at, 1)).toISOString().slice(0, 7),
  );
}

/**
 * What happened in each of these months in each village (or in the one with this id), where anything did, and the first
 * month of which views are known. The retention of
 * persons changes none of it: terms and dates of a thread stay as trade record.
 */
export async function villageMonths(
  deps: Deps,
  months: string[],
  villageId: string | null = null,
): Promise<{ rows: VillageMonth[]; viewsFrom: string | null }> {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const { from } = wibMonthBounds(first);
  const { to } = wibMonthBounds(last);
  const inMonths = (column: string) => sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`;
  const ofVillage = (column: string) => (villageId === null ? sql`true` : sql`${sql.ref(column)} = ${villageId}`);
  const month = (column: string) => sql`to_char(${sql.ref(column)} at time zone '+07:00'::interval, 'YYYY-MM')`;
  const isOff = sql`(answered_at is null and (erased or state = 'withdrawn'))`;
  const inTime = sql`${IN_TIME / 1000} * interval '1 second'`;
  const { rows } = await sql<
    Record<Exclude<keyof VillageMonth, 'month' | 'slug' | 'name' | 'villageId'>, string | null> & {
      month: string;
      villageId: string;
      slug: string;
      name: string;
    }
  >`
    select f.month, f.village_id as "villageId", v.slug, v.name,
      sum(f.listings) as listings, sum(f.views) as views, sum(f.inquiries) as inquiries, sum(f.answerable) as answerable,
      sum(f.in_time) as "answeredInTime", sum(f.open) as open, sum(f.deals) as deals, sum(f.value) as value
    from (
      select village_id, ${month('created_at')} as month, 1 as listings, null::bigint as views,
        0 as inquiries, 0 as answerable, 0 as in_time, 0 as open, 0 as deals, 0::bigint as value
      from listings where ${inMonths('created_at')} and ${ofVillage('village_id')}
      union all
      select village_id, month, 0, views, 0, 0, 0, 0, 0, 0
      from listing_views where month >= ${first} and month <= ${last} and ${ofVillage('village_id')}
      union all
      select village_id, ${month('created_at')}, 0, null, 1, case when ${isOff} then 0 else 1 end,
        case when answered_at <= asked_at + ${inTime} then 1 else 0 end,
        case when answered_at is null and not ${isOff} and asked_at + ${inTime} > ${deps.now()} then 1 else 0 end, 0, 0
      from inquiries where ${inMonths('created_at')} and (not flagged or unproven) and ${ofVillage('village_id')}
      union all
      select village_id, ${month('agreed_at')}, 0, null, 0, 0, 0, 0, 1, price::bigint * quantity
      from inquiries
      where ${inMonths('agreed_at')} and state in ('deal', 'fulfilled') and ${ofVillage('village_id')}
    ) f join villages v on v.id = f.village_id and v.practice_room is null
    group by f.month, f.village_id, v.slug, v.name
    order by f.month, v.slug`.execute(deps.db);
  const viewsFrom = await firstCountedMonth(deps);
  const figures = rows.map(({ month: of, villageId: id, slug, name, views, ...sums }) => ({
    month: of,
    villageId: id,
    slug,
    name,
    ...(Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, Number(sum)])) as Omit<Figures, 'views'>),
    views: viewsFrom !== null && of >= viewsFrom ? Number(views ?? 0) : null,
  }));
  return { rows: figures, viewsFrom };
}

/** The first month of which views are known; null where none is. */
async function firstCountedMonth({ db }: Deps): Promise<string | null> {
  const row = await db
    .selectFrom('listing_views')
    .select((eb) => eb.fn.min('month').as('month'))
    .executeTakeFirst();
  return row?.month ?? null;
}

const NOTHING: Figures = {
  listings: 0,
  views: 0,
  inquiries: 0,
  answerable: 0,
  answeredInTime: 0,
  open: 0,
  deals: 0,
  value: 0,
};

/** The sum of figures; views that are unknown are left out, and with `knowsViews` false they are unknown altogether. */
export function sumOf(all: readonly Figures[], knowsViews: boolean): Figures {
  const sum = { ...NOTHING };
  for (const key of Object.keys(NOTHING) as (keyof Figures)[])
    sum[key] = all.reduce((total, figures) => total + (figures[key] ?? 0), 0);
  return knowsViews ? sum : { ...sum, views: null };
}
