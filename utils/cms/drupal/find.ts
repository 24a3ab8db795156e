import type { StoredPost } from '../engine.ts';
import { countLinks } from '../link.ts';
import { CmsProblem } from '../types.ts';
import { postsAtAddress } from './address.ts';
import { idOfRow, newestPosts } from './list.ts';
import type { Drupal } from './session.ts';

/** How many of the newest posts are opened, where the role can give a post no address; more, when the title is not known. */
const OPENED = { byTitle: 5, blindly: 15 };

export interface Wish {
  link: string;
  /** What the post is called, null when nobody remembers. */
  title: string | null;
  read(id: string): Promise<StoredPost | null>;
  /** Whether this person may only look at a post that was read. */
  isClosed(id: string): boolean;
  /** Whether this role's new posts get an address of ours. Asked only when there is need. */
  givesAddress(): Promise<boolean>;
}

/**
 * The posts that may hold the link: at our own address, else among the newest by their title, else, for a role whose posts
 * have no such address, simply the newest. Drupal cannot search in what it has not indexed yet, and in links never.
 */
export async function findPosts(session: Drupal, wish: Wish): Promise<{ posts: StoredPost[]; free: string | null }> {
  const posts = new Map<string, StoredPost>();
  const look = async (id: string | null): Promise<void> => {
    if (id === null || posts.has(id)) return;
    const post = await wish.read(id).catch(hidden);
    if (post !== null) posts.set(id, post);
  };
  const holds = () => [...posts.values()].some(({ html }) => html !== null && countLinks(html, wish.link) > 0);

  const { ids, free } = await postsAtAddress(session, wish.link);
  for (const id of ids) {
    await look(id);
    // A colleague's, and ours for sure, though the page may lack the badge by which the engine knows it.
    if (wish.isClosed(id) && holds()) throw new CmsProblem('no_permission', `node/${id}/edit`);
  }
  const answer = () => ({ posts: [...posts.values()], free });
  if (holds()) return answer();

  const rows = await newestPosts(session, wish.title);
  for (const row of rows.filter(({ title }) => title === wish.title))
    await look(await idOfRow(session, row, wish.link));
  if (holds() || (await wish.givesAddress())) return answer();

  const newest = wish.title === null ? rows : await newestPosts(session, null);
  for (const row of newest.slice(0, wish.title === null ? OPENED.blindly : OPENED.byTitle)) {
    await look(await idOfRow(session, row, wish.link));
    if (holds()) break;
  }
  return answer();
}

/** Somebody else's draft is none of ours. */
function hidden(error: unknown): null {
  if (error instanceof CmsProblem && error.code === 'no_permission') return null;
  throw error;
}
