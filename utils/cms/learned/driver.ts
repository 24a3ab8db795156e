import type { Recipe } from '#contract';
import { serialize } from '#utils/cms/serialize.ts';
import { beforeWriting, unwritten } from '#utils/cms/traces.ts';
import {
  CmsError,
  type Driver,
  type DriverContext,
  type LinkBackPost,
  type PostRef,
  type PostToUnpublish,
} from '#utils/cms/types.ts';
import { createArticle, type Tools } from './create.ts';
import { findArticle, lookAtLists, type PublicArticle } from './publicLook.ts';
import { learnedSession } from './session.ts';

/**
 * The driver of a site that a person has shown once. It writes new articles; what was never shown (changing one, taking
 * one down) it leaves to the person, with the article's address. A save whose end is not known is never sent again by
 * itself: the site's lists are looked at, and where nothing of ours stands there the person is asked.
 */
export function learnedDriver(recipe: Recipe, tools: Tools): Driver {
  return {
    id: 'assist',
    identity: async ({ page: { siteUrl } }) => ({
      siteUrl,
      name: null,
      user: null,
      code: null,
      district: null,
      regency: null,
    }),
    prefill: async () => null,
    save: (context, post) => serialize(`${recipe.siteUrl} ${post.link}`, () => save(context, recipe, post, tools)),
    async unpublish(context, post) {
      const [standing] = await beforeWriting(() => findStanding(context, recipe, post));
      if (standing !== undefined) throw unwritten(new CmsError('not_shown', standing.url));
      // That it is on no list yet says nothing of a save whose end nobody knows.
      if (post.mayStand !== undefined) throw unwritten(new CmsError('look_first'));
      return null;
    },
  };
}

async function save(context: DriverContext, recipe: Recipe, post: LinkBackPost, tools: Tools): Promise<PostRef> {
  if (!post.isFirst) {
    const [standing] = await beforeWriting(() => findStanding(context, recipe, post));
    if (standing?.holds === 'linked') return refOf(standing);
    if (post.known !== null) throw unwritten(new CmsError('not_shown', post.known.url));
    // Another device may have written it, too.
    if (!post.overwriteEdits) throw unwritten(new CmsError('look_first'));
  }
  return createArticle(context, learnedSession(context), recipe, post, tools);
}

/** The listing's articles that a stranger can find: by the address that is known, else on the lists, its title first. */
async function findStanding(
  context: DriverContext,
  recipe: Recipe,
  { link, title, mayStand }: PostToUnpublish,
): Promise<PublicArticle[]> {
  const shown = await lookAtLists(context, recipe);
  const traced = (mayStand ?? []).flatMap(({ postId }) => (URL.canParse(postId) ? [postId] : []));
  return findArticle(context, shown, [...traced, ...shown.links.keys()], { link, title: title ?? '' });
}

function refOf({ url }: PublicArticle): PostRef {
  return { postId: url, url, state: 'published', editedMark: '', imageId: null, imageUrl: null };
}
