import { AppError } from '#utils/appError.ts';
import type { Background } from '#utils/background/context.ts';
import { notifyChanged } from '#utils/background/notifyChanged.ts';
import { withoutPictures } from '#utils/cms/card.ts';
import { listingLink } from '#utils/cms/link.ts';
import { pressBegins } from '#utils/outbox/pressBegins.ts';
import type { HandlersOf } from '#utils/runtime/handlers.ts';
import { driveNow } from '#utils/sites/driveNow.ts';
import { drivenIn, keepDrivenTab } from '#utils/sites/drivenTabs.ts';
import { insertInTab } from '#utils/sites/editor.ts';
import { needConnection } from '#utils/villages/villages.ts';

export function drivenHandlers(background: Background) {
  const { db, clock } = background;
  return {
    async 'driven/go'({ id }) {
      await driveNow(db, id, clock());
      return notifyChanged(background, id);
    },
    async 'driven/give'({ id, html, isWords }, { tab }) {
      const driven = await drivenIn(tab, id);
      const listing = await db.read(['listings'], (tx) => tx.get('listings', id));
      if (driven?.state !== 'begun' || listing === undefined) throw new AppError('bad_message');
      const link = listingLink(await needConnection(db, listing.village), listing);
      const card = { html, bare: withoutPictures(html), text: html, link };
      const words = isWords && { words: { text: html, in: 'all' as const } };
      const { landed } = await insertInTab(driven.tabId, { ...card, ...words });
      return { isIn: landed };
    },
    async 'driven/begins'({ id, ...before }, { tab }) {
      const driven = await drivenIn(tab, id);
      if (driven?.state !== 'begun') throw new AppError('bad_message');
      const mayPress = await pressBegins(db, driven, clock().now);
      if (mayPress) await keepDrivenTab(id, { ...driven, state: 'pressed', before });
      return { mayPress };
    },
  } satisfies HandlersOf<'driven/go' | 'driven/give' | 'driven/begins'>;
}
