import { AppError } from '#utils/appError.ts';
import { moved } from '#utils/outbox/moved.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import type { Room } from '#utils/runtime/room.ts';
import { insertListing } from './insertListing.ts';
import { noticeLinks } from './notice.ts';
import { goByHand, recordPost } from './record.ts';

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
