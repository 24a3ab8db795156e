import { AppError } from '#utils/appError.ts';
import { insertListing } from '#utils/assist/insertListing.ts';
import { noticeLinks } from '#utils/assist/notice.ts';
import { goByHand, ownArticle, recordPost } from '#utils/assist/record.ts';
import { whereIsCard } from '#utils/assist/where.ts';
import type { Background } from '#utils/background/context.ts';
import { notifyChanged } from '#utils/background/notifyChanged.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';

export function assistHandlers(background: Background) {
  const { db, clock } = background;
  return {
    async 'card/insert'({ id }, from) {
      const inserted = await insertListing(background, id, from);
      background.broadcast('outbox', id);
      return inserted;
    },
    'card/where': ({ id }, from) => whereIsCard(db, id, from),
    async 'linkback/byHand'({ id }) {
      await goByHand(db, id, clock());
      return notifyChanged(background, id);
    },
    async 'linkback/own'({ id }) {
      await ownArticle(db, id, clock());
      return notifyChanged(background, id);
    },
    async 'linkback/record'({ id, url }) {
      await recordPost(db, id, url, clock());
      return notifyChanged(background, id);
    },
    async 'page/links'({ links }, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      for (const id of await noticeLinks(background, links, tab.url)) notifyChanged(background, id);
      return DONE;
    },
  } satisfies HandlersOf<
    'card/insert' | 'card/where' | 'linkback/byHand' | 'linkback/own' | 'linkback/record' | 'page/links'
  >;
}
