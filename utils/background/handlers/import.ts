import type { Background } from '#utils/background/context.ts';
import { takeMakers } from '#utils/import/makers.ts';
import { rememberTaken, shopPictures, shopProducts, shownTable, siteMedia, wholeOfTable } from '#utils/import/shop.ts';
import { lookAtOwnTable } from '#utils/import/table.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';

export function importHandlers({ db, broadcast, clock }: Background) {
  return {
    'shop/products': (_, from) => shopProducts(db, from),
    'media/list': (_, from) => siteMedia(from),
    'shop/pictures': ({ urls }, from) => shopPictures(db, urls, from),
    'table/look': (_, from) => lookAtOwnTable(db, from, clock().now),
    'table/read': ({ way }, from) => shownTable(db, way, from, clock().now),
    'table/form': ({ product }, from) => wholeOfTable(db, product, from),
    async 'table/makers'({ id, makers }) {
      const ends = await takeMakers(db, id, makers, clock().now);
      broadcast('makers');
      return ends;
    },
    async 'shop/taken'({ sourceId, listingId }, from) {
      await rememberTaken(db, sourceId, listingId, from);
      broadcast('drafts', listingId);
      return DONE;
    },
  } satisfies HandlersOf<
    | 'shop/products'
    | 'media/list'
    | 'shop/pictures'
    | 'shop/taken'
    | 'table/look'
    | 'table/read'
    | 'table/form'
    | 'table/makers'
  >;
}
