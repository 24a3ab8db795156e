import { AppError } from '#utils/appError.ts';
import { insertListing } from '#utils/assist/insertListing.ts';
import { noticeLinks } from '#utils/assist/notice.ts';
import { goByHand, recordPost } from '#utils/assist/record.ts';
import type { Room } from '#utils/background/context.ts';
import { moved } from '#utils/background/notifyChanged.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';

export function assistHandlers(room: Room) {
  const { db, clock } = room;
  return {
    'card/insert': ({ id }, from) => insertListing(room, id, from),
    async 'linkback/byHand'({ id }) {
      await goByHand(db, id, clock());
      return moved(room, id);
    },
    async 'linkback/record'({ id, url }) {
      await recordPost(db, id, url, clock());
      return moved(room, id);
    },
    async 'page/links'({ links }, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      for (const id of await noticeLinks(room, links, tab.url)) moved(room, id);
      return DONE;
    },
  } satisfies HandlersOf<'card/insert' | 'linkback/byHand' | 'linkback/record' | 'page/links'>;
}
