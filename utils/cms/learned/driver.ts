import type { Recipe } from '#contract';
import { serialize } from '#utils/cms/serialize.ts';
import { beforeWriting, unwritten } from '#utils/cms/traces.ts';
import { CmsError, type Driver, type DriverContext, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { changeArticle } from './change.ts';
import { createArticle, type Tools } from './create.ts';
import { foundAt, mentionedIn } from './found.ts';
import { asFollowed } from './mentions.ts';
import { backForm, refAt } from './rewrite.ts';
import { learnedSession } from './session.ts';
import { syncTable } from './shop/sync.ts';
import { findStanding } from './standing.ts';
import { takeDownArticle } from './takeDown.ts';

/**
 * The driver of a site that a person has shown. New articles, changed ones and those to be taken down were each shown
 * apart; what never was it leaves to the person, with the article's address. A new article whose end is not known is never
 * sent again by itself: the site's lists are looked at, and where nothing of ours stands there the person is asked.
 */
export function learnedDriver(shown: Recipe, tools: Tools): Driver {
  const recipe = asFollowed(shown);
  const inTurn = <T>({ link }: { link: string }, work: () => Promise<T>) =>
    serialize(`${recipe.siteUrl} ${link}`, work);
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
    syncShop: (context, item) => syncTable(context, recipe, item, tools),
    save: (context, post) => inTurn(post, () => save(context, recipe, post, tools)),
    unpublish: (context, post) =>
      inTurn(post, async () => {
        const session = learnedSession(context);
        const down = post.known && (await takeDownArticle(context, session, recipe, post, post.known, tools));
        if (down !== null && post.mayStand === undefined) return down;
        const [standing] = await beforeWriting(() => findStanding(context, recipe, post));
        if (down !== null && standing === undefined) return down;
        if (standing !== undefined)
          return takeDownArticle(context, session, recipe, post, refAt(standing.url, 'published', undefined), tools);
        // That it is on no list yet says nothing of a save whose end nobody knows.
        if (post.mayStand !== undefined) throw unwritten(new CmsError('look_first'));
        return null;
      }),
  };
}

async function save(context: DriverContext, recipe: Recipe, post: LinkBackPost, tools: Tools): Promise<PostRef> {
  const session = learnedSession(context);
  if (post.known !== null) {
    const deed = recipe.change ?? (post.known.state === 'gone' ? backForm(recipe) : null);
    if (deed === null) throw unwritten(new CmsError('not_shown', post.known.url));
    return changeArticle(context, session, recipe, deed, post, post.known, tools);
  }
  if (!post.isFirst) {
    const [standing] = await beforeWriting(() => findStanding(context, recipe, post));
    if (standing?.holds === 'linked' || (standing !== undefined && recipe.mentions === true))
      return { ...(await foundAt(context, standing.url, post)), ...mentionedIn(standing) };
    // Another device may have written it, too.
    if (!post.overwriteEdits) throw unwritten(new CmsError('look_first'));
  }
  return createArticle(context, session, recipe, post, tools);
}
