import type { InquiryPage } from '#contract';
import type { Db, Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { newsIn } from './announce.ts';

/** One event to tell the person about. */
export interface News {
  inquiryId: string;
  eventId: string;
}

const SYNC_STORES = ['villages', 'inquiries', 'unread', 'announced'] as const;

/**
 * Brings a village's inbox up to date and answers what is news. Page, cursor and "has been announced" are stored together,
 * so an event is news once, ever: a death between storing and announcing loses a notification (the badge still counts),
 * never repeats one.
 */
export async function syncInbox(db: Db, marketplace: Marketplace, key: VillageKey, now: number): Promise<News[]> {
  const news: News[] = [];
  for (;;) {
    const before = await db.read(['villages'], (tx) => tx.get('villages', key));
    const page = await marketplace.inquiries(before?.inbox.cursor ?? null);
    news.push(...(await db.change(SYNC_STORES, (tx) => storePage(tx, page, key, now))));
    if (!page.more) return news;
  }
}

async function storePage(tx: Tx, page: InquiryPage, key: VillageKey, now: number): Promise<News[]> {
  const village = await tx.get('villages', key);
  // The village was forgotten while it was asked.
  if (village === undefined) return [];
  // At the very first check of a village, what is old is not news, and only what waits for an answer is unread.
  const isFirst = village.inbox.syncedAt === null;
  const news: News[] = [];
  for (const inquiry of page.inquiries) {
    // No marketplace may speak of another village's inquiries.
    const known = await tx.get('inquiries', inquiry.id);
    if (known !== undefined && known.village !== key) continue;
    await tx.put('inquiries', { ...inquiry, village: key });
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
  await tx.put('villages', { ...village, inbox: { cursor: page.cursor, syncedAt } });
  return news;
}
