import { dateTimeWib, durationText, termsText } from '#contract/format.ts';
import { HOUR } from '#contract/time.ts';
import { mustHold } from '#marketplace/inquiries/contentFilter.ts';
import { offersLeft } from '#marketplace/inquiries/machine.ts';
import { side, type ThreadModel } from './model.ts';

/** How the thread stands: a title, what that means, and a `tone` that colours it. */
export interface Status {
  tone: 'wait' | 'act' | 'good' | 'over';
  title: string;
  text: string;
  /** The offer on the table or the terms agreed. */
  terms: string | null;
}

/** What of a thread tells how it stands. */
export type StatusModel = Pick<ThreadModel, 'view' | 't' | 'thread' | 'events' | 'listing' | 'isLive' | 'buyer'>;

export function statusOf(model: StatusModel): Status {
  const { thread, t } = model;
  const village = model.listing.village.name;
  if (thread.reportedBy.village) return over(t('closedTitle'), t('closedByVillage', village));
  if (thread.reportedBy.buyer) return over(t('closedTitle'), t('closedByBuyer', village));
  const status = byState(model);
  return thread.held || thread.unproven
    ? { ...status, tone: 'wait', title: t('heldTitle'), text: heldText(model, village) }
    : status;
}

/** Why it is looked at first, where it is the words; otherwise (many messages, a number reported before) only that. */
function heldText({ events, t }: StatusModel, village: string): string {
  const isForWords = events.some(({ by, text }) => by === 'buyer' && text !== null && mustHold(text));
  return isForWords ? t('heldText', village) : t('heldUnseenText', village);
}

const over = (title: string, text: string): Status => ({ tone: 'over', title, text, terms: null });

function byState(model: StatusModel): Status {
  const { thread, t, view, listing } = model;
  const village = listing.village.name;
  const terms = thread.terms === null ? null : termsText(thread.terms, listing, view.locale);
  const expiresAt = new Date(thread.expiresAt ?? 0);
  const time = dateTimeWib(expiresAt, view.locale);
  const left = timeLeft(expiresAt.getTime() - view.now.getTime(), model);
  switch (thread.state) {
    case 'open':
      return { ...openStatus(model, village), terms };
    case 'offered':
      return { tone: 'wait', title: t('offeredTitle'), text: t('until', village, time, left), terms };
    case 'countered':
      return { tone: 'act', title: t('counteredTitle', village), text: t('counteredText', time, left), terms };
    case 'deal':
      return { tone: 'good', title: t('dealTitle'), text: t('dealText'), terms };
    case 'fulfilled':
      return { tone: 'good', title: t('fulfilledTitle'), text: t('fulfilledText', village), terms };
    case 'cancelled':
      return { ...over(t('cancelledTitle'), t('cancelledText')), terms };
    case 'declined':
      return over(lastIsOwn(model) ? t('declinedOwnTitle') : t('declinedTitle', village), leftText(model));
    case 'withdrawn':
      return over(t('withdrawnTitle'), leftText(model));
    case 'expired':
      return over(t('expiredTitle'), `${expiredText(model, village)} ${leftText(model)}`);
  }
}

/** In hours, as the rule is: `48 jam`, `3 jam`; in minutes when it gets short. */
function timeLeft(ms: number, { t, view }: StatusModel): string {
  return ms < HOUR ? durationText(ms, view.locale) : t('hours', Math.floor(ms / HOUR));
}

function openStatus({ thread, t, buyer }: StatusModel, village: string): Omit<Status, 'terms'> {
  if (thread.questionSince === null && thread.answeredAt !== null) {
    return { tone: 'good', title: t('answeredTitle', village), text: t('answeredText') };
  }
  const text = buyer.phoneMasked === null ? t('openText', village) : t('openTextPhone', village);
  return { tone: 'wait', title: t('openTitle'), text };
}

function lastIsOwn({ events }: StatusModel): boolean {
  const last = events.findLast((event) => event.kind === 'declined');
  return last !== undefined && side(last) === 'buyer';
}

function expiredText({ events, t }: StatusModel, village: string): string {
  const last = events.findLast((event) => event.kind === 'offered' || event.kind === 'countered');
  return last?.kind === 'countered' ? t('expiredCounterText', village) : t('expiredText', village);
}

/** What is left to bargain with; nothing where the product cannot be bargained for any more. */
function leftText({ thread, t, isLive }: StatusModel): string {
  const left = offersLeft(thread);
  if (!isLive) return t('gone');
  if (left === 0) return t('offersNone');
  return left === 1 ? t('offersLast') : t('offersLeft', left);
}
