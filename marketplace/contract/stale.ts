import { DAY } from './time.ts';
import { wibDay } from './wib.ts';

/** After so many untouched days a village is asked whether it still has the product. */
export const ASK_AFTER_DAYS = 60;
/** After so many, buyers are told when that was last known, and the product stands lower in every list. */
export const STALE_AFTER_DAYS = 90;

/** How many days of the calendar in Java lie between two moments: 0 on the same day. */
export function daysBetween(from: string | number | Date, to: string | number | Date): number {
  return Math.round((Date.parse(wibDay(to)) - Date.parse(wibDay(from))) / DAY);
}
