import * as z from 'zod/mini';
import { Id, Timestamp } from './ids.ts';
import { DAY } from './time.ts';
import { wibDay } from './wib.ts';

/** After so many untouched days (WIB) a village is asked whether it still has the product. */
export const ASK_AFTER_DAYS = 60;
/** After so many, buyers are told when that was last known, and the product stands lower in every list. */
export const STALE_AFTER_DAYS = 90;

/** How many of the calendar's days in Java lie between two moments: 0 on the same day. */
export function daysBetween(from: string | number | Date, to: string | number | Date): number {
  return Math.round((Date.parse(wibDay(to)) - Date.parse(wibDay(from))) / DAY);
}

/** How many products one request says something of. */
export const CHECKS_MAX = 500;

/** Products that the village still has, each with the moment at which somebody said so; nothing else of them changes. */
export const ListingChecks = z.object({
  checks: z
    .array(z.object({ id: Id, at: Timestamp.check(z.regex(/^20/, 'moment_malformed')) }))
    .check(z.minLength(1), z.maxLength(CHECKS_MAX)),
});
export type ListingChecks = z.infer<typeof ListingChecks>;

/** What the marketplace knows then of those that are the village's own. */
export const ListingsChecked = z.object({ listings: z.array(z.object({ id: Id, checkedAt: Timestamp })) });
export type ListingsChecked = z.infer<typeof ListingsChecked>;
