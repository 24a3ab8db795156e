import type { Locale } from '#contract';
import { DAY } from '#contract/time.ts';
import { toWib } from '#contract/wib.ts';

const MONTHS: Record<Locale, string[]> = {
  id: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

/** `15.45` in Java, in English `15:45`. */
function clock(at: Date, locale: Locale): string {
  const time = at.toISOString().slice(11, 16);
  return locale === 'id' ? time.replace(':', '.') : time;
}

function day(at: Date, locale: Locale): string {
  return `${at.getUTCDate()} ${MONTHS[locale][at.getUTCMonth()]}`;
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
