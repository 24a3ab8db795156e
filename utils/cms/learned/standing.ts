import type { Recipe } from '#contract';
import { isDown } from '#utils/cms/form.ts';
import { isGuard } from '#utils/cms/guard.ts';
import { countLinks } from '#utils/cms/link.ts';
import { inert, plain } from '#utils/cms/plainText.ts';
import { CmsError, type DriverContext, type PostToUnpublish } from '#utils/cms/types.ts';
import { articleOnList } from './onList.ts';
import { findArticle, lookAtLists, PATIENCE, type PublicArticle } from './publicLook.ts';
import { shownWords } from './shownWords.ts';
import { lettersByLine, lettersOf } from './wordsMark.ts';

/** What a stranger reads at an article's address. */
export interface Read {
  isLinked: boolean;
  isMentioned: boolean;
  letters: string;
  headings: string[];
  /** The addresses of its pictures. */
  pictures: string[];
}

/**
 * What an address says to a stranger, who has no cookies. Null only where the site itself says that nothing is there; throws
 * `network` or `site_down` where it cannot be told, because a site in trouble shows no article either.
 */
export async function publicHtml({ fetch }: Pick<DriverContext, 'fetch'>, url: string): Promise<string | null> {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(url, { credentials: 'omit', cache: 'no-store', signal })
    .then(async (response) => ({
      status: response.status,
      ok: response.ok,
      isGuard: isGuard(response),
      html: await response.text(),
    }))
    .catch((error: unknown) => {
      throw new CmsError('network', error instanceof Error ? error.message : null);
    });
  if (answer.isGuard || isDown(answer.status) || [401, 403].includes(answer.status))
    throw new CmsError('site_down', `HTTP ${answer.status}`);
  return answer.ok ? answer.html : null;
}

/** Reads an article's address as a stranger. Null and thrown as `publicHtml` says. */
export async function readPublic(context: DriverContext, url: string, link: string): Promise<Read | null> {
  const html = await publicHtml(context, url);
  if (html === null) return null;
  const document = inert(html);
  const text = shownWords(document);
  return {
    isLinked: countLinks(html, link) > 0,
    isMentioned: text.includes(link),
    letters: lettersOf(text),
    headings: [...document.querySelectorAll('h1, h2')].map((heading) => plain(heading.textContent)),
    pictures: [...document.querySelectorAll('img[src]')].map((image) => image.getAttribute('src') ?? ''),
  };
}

/** Whether a page holds what an article of this site can hold of a product: a link, or its address where none is shown. */
export const holdsUs = (read: Read | null, { mentions }: Pick<Recipe, 'mentions'>): boolean =>
  read !== null && (read.isLinked || (mentions === true && read.isMentioned));

export const isThere = (read: Read | null): boolean => read !== null && (read.isLinked || read.isMentioned);

/** Whether a page says all that a card says. */
export function saysAll({ letters }: Read, html: string): boolean {
  return lettersByLine(html).every((line) => letters.includes(line));
}

/** The listing's articles that a stranger can find: by the address that is known, else on the lists, its title first. */
export async function findStanding(
  context: DriverContext,
  recipe: Pick<Recipe, 'lists' | 'siteUrl'>,
  { link, title, mayStand }: Pick<PostToUnpublish, 'link' | 'title' | 'mayStand'>,
): Promise<PublicArticle[]> {
  const shown = await lookAtLists(context, recipe);
  const traced = (mayStand ?? []).flatMap(({ postId }) => (URL.canParse(postId) ? [postId] : []));
  const found = await findArticle(context, shown, [...traced, ...shown.links.keys()], { link, title: title ?? '' });
  const onList = articleOnList(shown, link);
  return found.length > 0 || onList === null ? found : [onList];
}

/** What the standing article may be called in the admin: by its page, and by the public lists. */
export async function standingTitles(
  context: DriverContext,
  recipe: Pick<Recipe, 'lists' | 'siteUrl'>,
  url: string,
  read: Read | null,
): Promise<string[]> {
  const { links, pages } = await lookAtLists(context, recipe);
  // A list's headings are those of other articles, too.
  const headings = pages.has(url) ? [] : (read?.headings ?? []);
  const named = [...(links.get(url) ?? []), ...headings];
  return [...new Set(named)].filter((title) => lettersOf(title).length > 2);
}
