import type { Background } from '#utils/background/context.ts';
import { rememberTaken, shopPictures, shopProducts, siteMedia } from '#utils/import/shop.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';

export function importHandlers({ db, broadcast }: Background) {
  return {
    'shop/products': (_, from) => shopProducts(db, from),
    'media/list': (_, from) => siteMedia(from),
    'shop/pictures': ({ urls }, from) => shopPictures(urls, from),
    async 'shop/taken'({ sourceId, listingId }, from) {
      await rememberTaken(db, sourceId, listingId, from);
      broadcast('drafts', listingId);
      return DONE;
    },
  } satisfies HandlersOf<'shop/products' | 'media/list' | 'shop/pictures' | 'shop/taken'>;
}
