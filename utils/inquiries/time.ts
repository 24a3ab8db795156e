import type { Locale } from '#contract';
import { clockText, type MonthNumber } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { DAY } from '#contract/time.ts';
import { toWib } from '#contract/wib.ts';

/** `15.45` in Java, in English `15:45`. */
function clock(at: Date, locale: Locale): string {
  return clockText(at.toISOString().slice(11, 16), locale);
}

function day(at: Date, locale: Locale): string {
  return `${at.getUTCDate()} ${SHARED[locale](`shortMonth_${(at.getUTCMonth() + 1) as MonthNumber}`)}`;
}

/** For narrow places: `24 Nov 15.45 WIB`. Throws RangeError on a malformed time. */
export function shortWib(at: string | number, locale: Locale): string {
  const wib = toWib(at);
  return `${day(wib, locale)} ${clock(wib, locale)} WIB`;
}

/** For lists: the time if it is of today (in Java), the day if of this year, else with the year. */
export function listWib(at: string | number, now: number, locale: Locale): string {
  const wib = toWib(at);
  const today = toWib(now);
  if (Math.floor(wib.getTime() / DAY) === Math.floor(today.getTime() / DAY)) return clock(wib, locale);
  const year = wib.getUTCFullYear() === today.getUTCFullYear() ? '' : ` ${wib.getUTCFullYear()}`;
  return day(wib, locale) + year;
}
