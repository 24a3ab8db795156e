import { checkPosts } from '#utils/cms/check.ts';
import { savePost, unpublishPost } from '#utils/cms/engine.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { serialize } from '#utils/cms/serialize.ts';
import { CmsError, type Driver, type DriverContext } from '#utils/cms/types.ts';
import { identity } from './identity.ts';
import { library } from './library.ts';
import { openElsewhere } from './ownLocks.ts';
import { prefill } from './prefill.ts';
import { productsPage } from './productsPage.ts';
import { storeOf } from './store.ts';

/**
 * Runs one thing after the other on a site, over all tabs. Joomla keeps in the session which form was asked for, and of two
 * requests at once the last to end writes its own copy of the session over the other's.
 */
function alone<T>({ page }: DriverContext, work: () => Promise<T>): Promise<T> {
  return serialize(`${page.siteUrl} session`, work);
}

/** The writing half for Joomla 3 to 6. `toJpeg` needs a canvas and is given, so that the suite runs without one. */
export function joomlaDriver(toJpeg: ToJpeg): Driver {
  return {
    id: 'joomla',
    identity,
    prefill,
    media: (context) => alone(context, () => library(context)),
    productsPage: (context) => alone(context, () => productsPage(context)),
    // A save that the person waits for goes between two posts of a check.
    check(context, posts) {
      let open: ReturnType<typeof openElsewhere> | undefined;
      const readOne = async (id: string) => {
        open ??= openElsewhere(context);
        // To look into an article's form locks it, and to give that lock back takes it from an editor of this person's.
        if ((await open).has(id)) throw new CmsError('open_in_editor');
        return storeOf(context, toJpeg).read(id);
      };
      return checkPosts(posts, { readOne: ({ known }) => alone(context, () => readOne(known.postId)) });
    },
    save: (context, post) => alone(context, () => savePost(storeOf(context, toJpeg), context.page, post)),
    unpublish: (context, post) => alone(context, () => unpublishPost(storeOf(context, toJpeg), context.page, post)),
  };
}
