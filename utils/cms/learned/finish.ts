import type { Recipe, SitePath } from '#contract';
import { request } from '#utils/cms/form.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { inWords } from './mentions.ts';
import type { SeenSave } from './observe.ts';
import { articleOnList, titledOnList } from './onList.ts';
import { isTitled, lookAtLists, type PublicArticle, readArticle } from './publicLook.ts';
import { learnedSession } from './session.ts';
import { sitePath } from './sitePath.ts';
import { toDeed } from './toDeed.ts';

/** Where sites list their articles, by the words of their addresses and menus. */
const LISTS = /berita|artikel|kabar|news|blog|posts?\b|informasi|potensi|umkm|produk|pengumuman/i;
const MOST_LISTS = 6;
/** How many articles of the title are opened on one list. */
const MOST_NAMED = 4;

/** A question of an address that carries a key. */
export const SECRET = /[?&][\w[\]]*(?:token|sess|sid|csrf|key|nonce)[\w[\]]*=/i;

/** How a lesson ends: learned, or why not. */
export type LessonEnd =
  | { state: 'learned'; recipe: Recipe; postUrl: string }
  /** The form for a new article is not where it was shown, or is another one each time. */
  | { state: 'no_form' }
  /** The addresses carry a key of this session, which is nobody's to keep. */
  | { state: 'storage' }
  /** A stranger does not see the article (yet). */
  | { state: 'not_public' }
  /** A stranger sees the article, and the product's address is nowhere in it. */
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
  if (SECRET.test(page.search) || SECRET.test(seen.action.search)) return { state: 'storage' };
  const empty = await request(learnedSession(context), page);
  const deed = toDeed(seen, empty.document, page, siteUrl);
  if (deed === null) return { state: 'no_form' };
  const found = await findPublic(context, siteUrl, { link, title });
  if (found === null) return { state: 'not_public' };
  const { holds, url: postUrl } = found.article;
  if (holds === 'bare') return { state: 'no_link', postUrl };
  const recipe: Recipe = {
    version: 1,
    siteUrl,
    ...(holds === 'linked' ? { create: deed } : { create: inWords(deed), mentions: true }),
    change: null,
    takeDown: null,
    lists: found.lists,
  };
  return { state: 'learned', recipe, postUrl };
}

/**
 * Where a stranger finds the article: on the home page, on the lists that the home page leads to, or on both. One of its
 * title without the link is answered only where none has it.
 */
export async function findPublic(
  context: DriverContext,
  siteUrl: string,
  { link, title }: { link: string; title: string },
): Promise<{ article: PublicArticle; lists: SitePath[] } | null> {
  const home = await lookAtLists(context, { siteUrl, lists: ['/'] });
  const further = [...home.links]
    .filter(([url, words]) => LISTS.test(words.join(' ')) || LISTS.test(new URL(url).pathname))
    .flatMap(([url]) => sitePath(new URL(url), siteUrl) ?? [])
    .slice(0, MOST_LISTS);
  const opened = new Map<string, PublicArticle | null>();
  const on = new Map<string, SitePath[]>();
  const whole: { article: PublicArticle; lists: SitePath[] }[] = [];
  for (const path of new Set(['/', ...further])) {
    const shown = path === '/' ? home : await lookAtLists(context, { siteUrl, lists: [path] }).catch(notThere);
    const named = [...(shown?.links ?? [])].filter(([, words]) => isTitled(words, title));
    for (const [url] of named.slice(0, MOST_NAMED)) {
      if (!opened.has(url)) opened.set(url, await readArticle(context, url, link).catch(notThere));
      on.set(url, [...(on.get(url) ?? []), path]);
    }
    const article = shown && (articleOnList(shown, link) ?? titledOnList(shown, title));
    if (article) whole.push({ article, lists: [path] });
  }
  const articles = [...opened.values()].filter((article) => article !== null);
  const rank = ({ holds }: PublicArticle) => ['linked', 'mentioned', 'bare'].indexOf(holds);
  const [article] = articles.sort((one, other) => rank(one) - rank(other));
  // Without a page of its own, the list on which it can be read whole is its address; the home page shows the newest only.
  const [onList] = whole.reverse().sort((one, other) => rank(one.article) - rank(other.article));
  if (onList !== undefined && (article === undefined || article.holds === 'bare')) return onList;
  return article === undefined ? null : { article, lists: (on.get(article.url) ?? []).slice(0, 3) };
}

/** A page that is only linked and cannot be read is no list; without an answer nothing can be said. */
function notThere(error: unknown): null {
  // A page that leads to another host gives no answer either.
  if (error instanceof CmsError && (error.code === 'site_down' || error.code === 'network')) return null;
  throw error;
}
