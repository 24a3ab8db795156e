import { HOUR } from './time.ts';

/** WIB, Java's time, is UTC+7 all year (Keppres 41/1987), so shifting the clock is exact. */
const WIB_MS = 7 * HOUR;

/** A date whose UTC parts are the clock and calendar of Java at `at`. Its ISO text throws RangeError on a malformed time. */
export function toWib(at: string | number | Date): Date {
  return new Date(new Date(at).getTime() + WIB_MS);
}

/** `2025-11-24`: the day it is in Java. Throws RangeError on a malformed time. */
export function wibDay(at: string | number | Date): string {
  return toWib(at).toISOString().slice(0, 10);
}

/** The first moment of the day that it is in Java. Throws RangeError on a malformed time. */
export function startOfWibDay(at: string | number | Date): Date {
  return new Date(Date.parse(wibDay(at)) - WIB_MS);
}

/** `2025-11`: the month it is in Java. Throws RangeError on a malformed time. */
export function wibMonth(at: string | number | Date): string {
  return wibDay(at).slice(0, 7);
}

/** The first moment of a month (`2025-11`) in WIB, and that of the next. */
export function wibMonthBounds(month: string): { from: Date; to: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: new Date(Date.UTC(year, number - 1, 1) - WIB_MS), to: new Date(Date.UTC(year, number, 1) - WIB_MS) };
}

/** `15:45`: the time it is in Java. Throws RangeError on a malformed time. */
export function wibClock(at: string | number | Date): string {
  return toWib(at).toISOString().slice(11, 16);
}
