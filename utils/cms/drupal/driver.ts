import { checkPosts } from '#utils/cms/check.ts';
import { savePost, unpublishPost } from '#utils/cms/engine.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { serialize } from '#utils/cms/serialize.ts';
import type { CmsId, Driver } from '#utils/cms/types.ts';
import { identity } from './identity.ts';
import { library } from './library.ts';
import { prefill } from './prefill.ts';
import { productsPage } from './productsPage.ts';
import { storeOf } from './store.ts';

/** The writing half for Drupal 7 to 11, and for Backdrop, which is built alike. `toJpeg` needs a canvas and is given. */
export function drupalDriver(toJpeg: ToJpeg, id: Extract<CmsId, 'drupal' | 'backdrop'> = 'drupal'): Driver {
  return {
    id,
    identity,
    prefill,
    media: library,
    productsPage: (context) => serialize(`${context.page.siteUrl} products page`, () => productsPage(context)),
    check: (context, posts) =>
      checkPosts(posts, {
        // With a title, the store refuses a post of which only the public page can be seen: that page cannot be
        // compared with what we wrote.
        readOne: (post) => storeOf(context, { ...post, title: '' }, toJpeg).read(post.known.postId),
      }),
    save: (context, post) => savePost(storeOf(context, post, toJpeg), context.page, post),
    unpublish: (context, post) => unpublishPost(storeOf(context, { ...post, title: null }, toJpeg), context.page, post),
  };
}
