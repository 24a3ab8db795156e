import { browser } from 'wxt/browser';
import type { Inquiry, InquiryEvent } from '#contract';
import { cut } from '#contract/cut.ts';
import { termsText } from '#contract/format.ts';
import type { Db } from '#utils/db/db.ts';
import type { WordKeyOfOne } from '#utils/i18n/keys.ts';
import { hasWord, t } from '#utils/i18n/t.ts';
import { useWords } from '#utils/i18n/words.ts';
import { getSettings } from '#utils/settings.ts';
import { listVillages } from '#utils/villages/villages.ts';
import type { News } from './sync.ts';

/** The inquiry's id is in the notification's, so that a click finds it after the worker has died. */
const PREFIX = 'inquiry:';

/** One notification per piece of news. The browser's own failure to show one is not ours to repeat. */
export async function notify(db: Db, news: readonly News[]): Promise<void> {
  const settings = await getSettings(db);
  if (news.length === 0 || !settings.notifications) return;
  await useWords(settings.locale);
  const villages = await listVillages(db);
  const nameOf = (key: string) =>
    villages.length < 2 ? null : (villages.find((village) => village.key === key)?.connection.village.name ?? null);
  for (const { inquiryId, eventId } of news) {
    const inquiry = await db.read(['inquiries'], (tx) => tx.get('inquiries', inquiryId));
    const event = inquiry?.events.find(({ id }) => id === eventId);
    if (inquiry === undefined || event === undefined) continue;
    await browser.notifications
      .create(`${PREFIX}${inquiryId}:${eventId}`, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('/icons/128.png' as '/'),
        title: titleOf(inquiry, event),
        message: messageOf(inquiry, event, nameOf(inquiry.village)),
      })
      .catch(() => undefined);
  }
}

export function inquiryOf(notificationId: string): string | null {
  return notificationId.startsWith(PREFIX) ? (notificationId.slice(PREFIX.length).split(':')[0] ?? null) : null;
}

type Title = Extract<WordKeyOfOne, `notify_${string}`>;
const isTitle = (key: string): key is Title => hasWord(key);

function titleOf(inquiry: Inquiry, event: InquiryEvent): string {
  const key = `notify_${event.kind}`;
  return t(isTitle(key) ? key : 'notify_said', inquiry.listing.name);
}

/** Notifications show plain text, so a buyer's words can do nothing here; long ones are cut by us, not by the screen. */
function messageOf({ buyer, listing }: Inquiry, { text, terms }: InquiryEvent, village: string | null): string {
  const offer = terms === null ? null : termsText(terms, listing);
  const words = text === null || text.length <= 160 ? text : `${cut(text, 159)}…`;
  return [village, buyer.name, offer, words].filter((part) => part !== null && part !== '').join(' · ');
}
