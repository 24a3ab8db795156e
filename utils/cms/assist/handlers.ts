import { AppError } from '../../appError.ts';
import type { HandlersOf } from '../../runtime/handlers.ts';
import type { Room } from '../../runtime/room.ts';
import { insertListing } from './insertListing.ts';
import { noticeLinks } from './notice.ts';
import { goByHand, recordPost } from './record.ts';

const DONE = { done: true } as const;

export function assistHandlers(room: Room) {
  const { db, clock, tell, drain } = room;
  const moved = (id: string) => {
    tell('outbox', id);
    tell('listings', id);
    drain();
    return DONE;
  };
  return {
    'card/insert': ({ id }, from) => insertListing(room, id, from),
    async 'linkback/byHand'({ id }) {
      await goByHand(db, id, clock());
      return moved(id);
    },
    async 'linkback/record'({ id, url }) {
      await recordPost(db, id, url, clock());
      return moved(id);
    },
    async 'page/links'({ links }, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      for (const id of await noticeLinks(room, links, tab.url)) moved(id);
      return DONE;
    },
  } satisfies HandlersOf<'card/insert' | 'linkback/byHand' | 'linkback/record' | 'page/links'>;
}
