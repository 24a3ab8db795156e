import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { dayOf, type Early, type EarlyRow, forgetEarly, keepEarly } from '#utils/early/early.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { countFilters, firstFilter, inFilter } from '#utils/inquiries/filters.ts';
import { byHoursLeft, deadline, type Thread } from '#utils/inquiries/threads.ts';
import { listWib } from '#utils/inquiries/time.ts';
import { FILTER_WORDS, shownFilters } from './Filters.tsx';
import { chipLook, STATE_WORDS } from './StateChip.tsx';

/** More than fit into the popup's window. */
const ROWS = 12;

interface Drawn {
  threads: Thread[];
  villages: string[];
  tabs: Early['tabs'];
}

/** Keeps what the inbox shows when it is opened, whenever it is drawn. */
export function KeepEarly(drawn: Drawn): null {
  useEffect(() => keepInbox(drawn, Date.now()));
  return null;
}

/** Keeps it for the next time; nothing where no list is shown. */
export function keepInbox({ threads, villages, tabs }: Drawn, now: number): void {
  const filter = firstFilter(threads);
  const shown = byHoursLeft(threads.filter((thread) => inFilter(thread, filter)));
  const stack = document.querySelector('.popup-main > .stack');
  if (stack === null || shown.length === 0) {
    forgetEarly();
    return;
  }
  const main = stack.parentElement ?? stack;
  const counts = countFilters(threads);
  keepEarly({
    version: browser.runtime.getManifest().version,
    day: dayOf(now),
    villages,
    status: document.querySelector('.popup-head > .status')?.getBoundingClientRect().height ?? 0,
    above: stack.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop,
    tabs,
    filters: shownFilters(filter, counts).map((one) => ({
      word: t(FILTER_WORDS[one]),
      count: counts[one],
      isChosen: one === filter,
    })),
    rows: shown.slice(0, ROWS).map((thread) => rowOf(thread, now)),
  });
}

function rowOf(thread: Thread, now: number): EarlyRow {
  const { inquiry, toAnswer, unread } = thread;
  const { state } = inquiry;
  return {
    product: inquiry.listing.name,
    isDue: toAnswer,
    isUnread: unread,
    chip: deadline(thread) === null ? { look: chipLook(state), word: t(STATE_WORDS[state]) } : null,
    time: listWib(inquiry.updatedAt, now, locale()),
  };
}
