import type { CmsPost } from '#utils/cms/engine.ts';
import { countLinks, isLinkBack } from '#utils/cms/link.ts';
import { CmsError } from '#utils/cms/types.ts';
import { postsAtAddress } from './address.ts';
import { idOfRow, newestPosts, type Row } from './list.ts';
import type { Drupal } from './session.ts';
import { ifHidden } from './view.ts';

/** How many of the newest posts are opened: a post whose write got no answer is among the first. */
const OPENED = { byTitle: 5, blindly: 15 };

export interface Wish {
  link: string;
  /** What the post is called, null when nobody remembers. */
  title: string | null;
  read(id: string): Promise<CmsPost | null>;
  /** Whether this person may only look at a post that was read. */
  isClosed(id: string): boolean;
  /** Whether this role's new posts get an address of ours. Asked only when there is need. */
  givesAddress(): Promise<boolean>;
}

/** The posts of this title, opened one by one; with `newest`, those that were changed last too, until ours is found. */
export async function postsAround(
  session: Drupal,
  { link, title, read, newest }: Pick<Wish, 'link' | 'title' | 'read'> & { newest: boolean },
): Promise<CmsPost[]> {
  const open = async (row: Row): Promise<CmsPost[]> => {
    const id = await idOfRow(session, row, link);
    const post = id === null ? null : await read(id).catch(ifHidden);
    return post === null ? [] : [post];
  };
  const posts: CmsPost[] = [];
  const titled = title === null ? [] : (await newestPosts(session, title)).filter((row) => row.title === title);
  for (const row of titled.slice(0, OPENED.byTitle)) posts.push(...(await open(row)));
  const last = newest ? await newestPosts(session, null) : [];
  for (const row of last.filter(({ title: other }) => other !== title).slice(0, OPENED.blindly)) {
    if (posts.some(({ html }) => html !== null && isLinkBack(html, link))) break;
    posts.push(...(await open(row)));
  }
  return posts;
}

/**
 * The posts that may hold the link: at our own address, else among the newest by their title, else, for a role whose posts
 * have no such address, simply the newest. Drupal cannot search in what it has not indexed yet, and in links never.
 */
export async function findPosts(session: Drupal, wish: Wish): Promise<{ posts: CmsPost[]; free: string | null }> {
  const posts = new Map<string, CmsPost>();
  const look = async (id: string | null): Promise<void> => {
    if (id === null || posts.has(id)) return;
    const post = await wish.read(id).catch(ifHidden);
    if (post !== null) posts.set(id, post);
  };
  /** True when our own post was found. A person's article may hold the link too; the search then goes on. */
  const isFound = () => [...posts.values()].some(({ html }) => html !== null && isLinkBack(html, wish.link));

  const { ids, free } = await postsAtAddress(session, wish.link);
  for (const id of ids) {
    await look(id);
    // The post is a colleague's and surely the link back, though it may lack the badge by which the engine knows it.
    const holdsLink = countLinks(posts.get(id)?.html ?? '', wish.link) > 0;
    if (wish.isClosed(id) && holdsLink) throw new CmsError('no_permission', `node/${id}/edit`);
  }
  const answer = () => ({ posts: [...posts.values()], free });
  if (isFound()) return answer();

  const open = async (rows: Row[], most: number): Promise<void> => {
    for (const row of rows.slice(0, most)) {
      await look(await idOfRow(session, row, wish.link));
      if (isFound()) return;
    }
  };
  const listed = await newestPosts(session, wish.title);
  await open(
    listed.filter(({ title }) => title === wish.title),
    OPENED.byTitle,
  );
  if (isFound() || (await wish.givesAddress())) return answer();

  const newest = wish.title === null ? listed : await newestPosts(session, null);
  await open(
    newest.filter(({ title }) => title !== wish.title),
    wish.title === null ? OPENED.blindly : OPENED.byTitle,
  );
  return answer();
}
