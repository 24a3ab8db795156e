import type { InquiryPage } from '../../marketplace/contract/index.ts';
import type { Db, Tx } from '../db/db.ts';
import type { Marketplace } from '../marketplace.ts';
import { newsIn } from './announce.ts';

/** One event to tell the person about. */
export interface News {
  inquiryId: string;
  eventId: string;
}

const SYNC_STORES = ['inquiries', 'unread', 'announced', 'values', 'outbox'] as const;

/**
 * Brings the inbox up to date and answers what is news. Page, cursor and "has been announced" are stored together, so an
 * event is news once, ever: a death between storing and announcing loses a notification (the badge still counts), never
 * repeats one.
 */
export async function syncInbox(db: Db, marketplace: Marketplace, now: number): Promise<News[]> {
  const news: News[] = [];
  for (;;) {
    const before = await db.read(['values'], (tx) => tx.value('inbox'));
    const page = await marketplace.inquiries(before?.cursor ?? null);
    news.push(...(await db.change(SYNC_STORES, (tx) => storePage(tx, page, now))));
    if (!page.more) return news;
  }
}

async function storePage(tx: Tx, page: InquiryPage, now: number): Promise<News[]> {
  const state = await tx.value('inbox');
  // The very first look at a marketplace: what is old is not news, only what waits for an answer is unread.
  const isFirst = state?.syncedAt === undefined || state.syncedAt === null;
  const news: News[] = [];
  for (const inquiry of page.inquiries) {
    await tx.put('inquiries', inquiry);
    if (isFirst && inquiry.unanswered && !inquiry.flagged) await tx.put('unread', { id: inquiry.id });
    for (const event of newsIn(inquiry)) {
      if ((await tx.get('announced', event.id)) !== undefined) continue;
      await tx.put('announced', { id: event.id, at: now });
      if (isFirst) continue;
      await tx.put('unread', { id: inquiry.id });
      news.push({ inquiryId: inquiry.id, eventId: event.id });
    }
  }
  const syncedAt = page.more && isFirst ? null : now;
  await tx.setValue('inbox', { cursor: page.cursor, syncedAt });
  return news;
}
