import { checkPosts } from '#utils/cms/check.ts';
import { type Store, savePost, unpublishPost } from '#utils/cms/engine.ts';
import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { serialize } from '#utils/cms/serialize.ts';
import { beforeWriting } from '#utils/cms/traces.ts';
import { CmsError, type Driver, type DriverContext, type PostToUnpublish } from '#utils/cms/types.ts';
import { drawsPicture } from './drawnPicture.ts';
import { formStore } from './formStore.ts';
import { identityOf } from './identity.ts';
import { mediaOf } from './media.ts';
import { saveWithOnePicture } from './onePicture.ts';
import { prefillOf } from './prefill.ts';
import { productsPage } from './productsPage.ts';
import { openRest, type Rest, RestRefusedError } from './rest.ts';
import { readAll } from './restList.ts';
import { restStore } from './restStore.ts';
import { CATEGORY, sessionOf } from './session.ts';
import { products } from './shop/products.ts';
import { syncShop } from './shop/sync.ts';

/**
 * WordPress 6.1–7.1 by REST, and by its own forms where REST is closed. `toJpeg` needs a canvas and is given, so that the
 * suite runs without one.
 */
export function wordpressDriver(toJpeg: ToJpeg): Driver {
  /** REST may turn out to be closed in the middle (open for reading only, say): then all is done again by the forms. */
  async function withStore<T, P extends PostToUnpublish>(
    context: DriverContext,
    post: P,
    work: (store: Store, post: P) => Promise<T>,
  ): Promise<T> {
    const session = sessionOf(context);
    let hasBegun = false;
    try {
      const store = restStore(await beforeWriting(() => openRest(session)), toJpeg);
      const write: Store['write'] = (...given) => {
        hasBegun = true;
        return store.write(...given);
      };
      return await work({ ...store, write }, post);
    } catch (error) {
      if (!(error instanceof RestRefusedError)) throw error;
      // What REST has refused in words that are not WordPress's it may have saved all the same.
      const known = hasBegun ? { ...post, mayStand: post.mayStand ?? [] } : post;
      return work(formStore(session, post.link, toJpeg), known).catch((problem: unknown) => {
        if (hasBegun && problem instanceof CmsError) problem.mayHaveWritten = true;
        throw problem;
      });
    }
  }

  return {
    id: 'wordpress',
    identity: (context) => withRest(context, (rest) => identityOf(context, rest)),
    prefill: (context) => withRest(context, (rest) => prefillOf(context, rest)),
    save: (context, post) =>
      saveWithOnePicture(post, {
        save: (wanted) => withStore(context, wanted, (store, known) => savePost(store, context.page, known)),
        isDrawn: (on, { url, imageUrl }) => {
          const session = sessionOf(context);
          const archive = `${session.siteUrl}/?category_name=${CATEGORY.slug}`;
          return drawsPicture(session, on === 'post' ? url : archive, { link: post.link, imageUrl: imageUrl ?? '' });
        },
        markOf: (postId) =>
          withStore(context, post, async (store) => {
            const stored = await store.read(postId);
            return stored === null ? null : fingerprintOf(stored.title, stored.html ?? '');
          }).catch(() => null),
      }),
    media: (context) => withRest(context, (rest) => mediaOf(sessionOf(context), rest)),
    products,
    syncShop: (context, item) => syncShop(context, item, toJpeg),
    productsPage: (context) =>
      serialize(`${context.page.siteUrl} products page`, () =>
        withRest(context, (rest) => productsPage(sessionOf(context), rest)),
      ),
    check: (context, posts) =>
      withRest(context, (rest) =>
        checkPosts(posts, {
          readAll: async (ids) => (rest === null ? [] : readAll(rest, ids)),
          readOne: ({ link, known }) =>
            (rest === null ? formStore(sessionOf(context), link, toJpeg) : restStore(rest, toJpeg)).read(known.postId),
        }),
      ),
    unpublish: (context, post) => withStore(context, post, (store, known) => unpublishPost(store, context.page, known)),
  };
}

/** Runs work that only reads. Where REST is closed, it is given null and reads from the page alone. */
async function withRest<T>(context: DriverContext, work: (rest: Rest | null) => Promise<T>): Promise<T> {
  try {
    return await work(await openRest(sessionOf(context)));
  } catch (error) {
    if (!(error instanceof RestRefusedError)) throw error;
    return work(null);
  }
}
