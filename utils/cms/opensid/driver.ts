import { checkPosts } from '#utils/cms/check.ts';
import { savePost, unpublishPost } from '#utils/cms/engine.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { serialize } from '#utils/cms/serialize.ts';
import type { Driver } from '#utils/cms/types.ts';
import { withOpenAddress } from './address.ts';
import { identity } from './identity.ts';
import { library } from './library.ts';
import { articleById, articlesLinking } from './list.ts';
import { prefill } from './prefill.ts';
import { products } from './products.ts';
import { productsPage } from './productsPage.ts';
import { sessionOf } from './session.ts';
import { syncShop } from './shop/sync.ts';
import { storeOf } from './store.ts';

/** The writing half for OpenSID. `toJpeg` needs a canvas and is given, so that the suite runs without one. */
export function opensidDriver(toJpeg: ToJpeg): Driver {
  return {
    id: 'opensid',
    identity,
    prefill,
    products,
    media: library,
    syncShop: (context, item) => syncShop(context, item, toJpeg),
    productsPage: (context) => serialize(`${context.page.siteUrl} products page`, () => productsPage(context)),
    check: (context, posts) =>
      checkPosts(posts, {
        readAll: () => articlesLinking(sessionOf(context), posts[0]?.link ?? ''),
        readOne: ({ known }) => articleById(sessionOf(context), known.postId),
      }),
    save: async (context, post) => {
      const store = storeOf(context, { known: post.known, isToWrite: true }, toJpeg);
      return withOpenAddress(sessionOf(context), await savePost(store, context.page, post));
    },
    unpublish: (context, post) =>
      unpublishPost(storeOf(context, { known: post.known, isToWrite: false }, toJpeg), context.page, post),
  };
}
