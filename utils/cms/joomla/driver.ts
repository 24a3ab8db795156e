import { checkPosts } from '#utils/cms/check.ts';
import { savePost, unpublishPost } from '#utils/cms/engine.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { serialize } from '#utils/cms/serialize.ts';
import type { Driver } from '#utils/cms/types.ts';
import { identity } from './identity.ts';
import { prefill } from './prefill.ts';
import { productsPage } from './productsPage.ts';
import { storeOf } from './store.ts';

/** The writing half for Joomla 3 to 6. `toJpeg` needs a canvas and is given, so that the suite runs without one. */
export function joomlaDriver(toJpeg: ToJpeg): Driver {
  return {
    id: 'joomla',
    identity,
    prefill,
    productsPage: (context) => serialize(`${context.page.siteUrl} products page`, () => productsPage(context)),
    check: (context, posts) =>
      checkPosts(posts, { readOne: ({ known }) => storeOf(context, toJpeg).read(known.postId) }),
    save: (context, post) => savePost(storeOf(context, toJpeg), context.page, post),
    unpublish: (context, post) => unpublishPost(storeOf(context, toJpeg), context.page, post),
  };
}
