import type { Recipe, SitePath } from '#contract';
import { request } from '#utils/cms/form.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import type { SeenSave } from './observe.ts';
import { findArticle, lookAtLists, type PublicArticle } from './publicLook.ts';
import { sameTitle } from './safeWords.ts';
import { learnedSession } from './session.ts';
import { sitePath } from './sitePath.ts';
import { toDeed } from './toDeed.ts';

/** Where sites list their articles, by the words of their addresses and menus. */
const LISTS = /berita|artikel|kabar|news|blog|posts?\b|informasi|potensi|umkm|produk|pengumuman/i;
const MOST_LISTS = 6;

/** How a lesson ends: learned, or why not. */
export type LessonEnd =
  | { state: 'learned'; recipe: Recipe; postUrl: string }
  /** The form for a new article is not where it was shown, or is another one each time. */
  | { state: 'no_form' }
  /** A stranger does not see the article (yet). */
  | { state: 'not_public' }
  /** A stranger sees the article, but the product's address is no link there. */
  | { state: 'no_link'; postUrl: string };

/**
 * Makes the recipe of a save that was seen: the empty form is fetched once more, to see what the person chose, and the
 * site is read as a stranger reads it, to see where the article appeared. Throws `CmsError`.
 */
export async function finishLesson(
  context: DriverContext,
  seen: SeenSave,
  page: URL,
  { link, title }: { link: string; title: string },
): Promise<LessonEnd> {
  const { siteUrl } = context.page;
  const empty = await request(learnedSession(context), page);
  const deed = toDeed(seen, empty.document, page, siteUrl);
  if (deed === null) return { state: 'no_form' };
  const found = await findPublic(context, siteUrl, { link, title });
  if (found === null) return { state: 'not_public' };
  if (!found.article.isLinked) return { state: 'no_link', postUrl: found.article.url };
  const recipe: Recipe = {
    version: 1,
    siteUrl,
    create: deed,
    change: null,
    takeDown: null,
    lists: found.lists,
  };
  return { state: 'learned', recipe, postUrl: found.article.url };
}

/** Where a stranger finds the article: on the home page, else on one of the lists that the home page leads to. */
async function findPublic(
  context: DriverContext,
  siteUrl: string,
  wanted: { link: string; title: string },
): Promise<{ article: PublicArticle; lists: SitePath[] } | null> {
  const home = await lookAtLists(context, { siteUrl, lists: ['/'] });
  const lists = [...home.links]
    .filter(([url, words]) => LISTS.test(words) || LISTS.test(new URL(url).pathname))
    .flatMap(([url]) => sitePath(new URL(url), siteUrl) ?? [])
    .slice(0, MOST_LISTS);
  let mentioned: { article: PublicArticle; lists: SitePath[] } | null = null;
  for (const path of ['/', ...lists]) {
    const shown = path === '/' ? home : await lookAtLists(context, { siteUrl, lists: [path] }).catch(notThere);
    if (shown === null) continue;
    const named = [...shown.links].filter(([, words]) => sameTitle(words).includes(sameTitle(wanted.title)));
    for (const article of await findArticle(
      context,
      shown,
      named.map(([url]) => url),
      wanted,
    )) {
      if (article.isLinked) return { article, lists: [path] };
      mentioned ??= { article, lists: [path] };
    }
  }
  return mentioned;
}

/** A page that is only linked and cannot be read is no list; without an answer nothing can be said. */
function notThere(error: unknown): null {
  if (error instanceof CmsError && error.code === 'site_down') return null;
  throw error;
}
