import type { CmsPost, Store } from './engine.ts';
import { fingerprintOf } from './fingerprint.ts';
import { countLinks } from './link.ts';
import { type CheckedPost, CmsError, type CmsErrorCode, type KnownPost, type PostHealth } from './types.ts';

/** How many posts one check opens by themselves when no list tells all at once: a village's server is slow. */
const ONE_BY_ONE_MAX = 20;

/** Errors that say nothing of the post itself: this role may not see it, or somebody is working on it right now. */
const UNTOLD: ReadonlySet<CmsErrorCode> = new Set(['no_permission', 'open_in_editor']);

interface Reader {
  /** Posts by their ids in one go; may leave out what this role or the list does not show. */
  readAll?(ids: string[]): Promise<CmsPost[]>;
  /** A post by itself, as `Store.read`. */
  readOne(post: KnownPost): ReturnType<Store['read']>;
}

/** How posts of ours stand now. Reads only; a post that this role may not see is left out. */
export async function checkPosts(posts: KnownPost[], { readAll, readOne }: Reader): Promise<CheckedPost[]> {
  const listed = new Map((await readAll?.(posts.map(idOf)))?.map((stored) => [stored.id, stored]));
  const checked = posts.flatMap((post) => {
    const stored = listed.get(idOf(post));
    return stored === undefined ? [] : [judged(post, stored)];
  });
  const unlisted = posts.filter((post) => !listed.has(idOf(post)));
  for (const post of unlisted.slice(0, ONE_BY_ONE_MAX)) {
    try {
      checked.push(judged(post, await readOne(post)));
    } catch (error) {
      if (!(error instanceof CmsError && UNTOLD.has(error.code))) throw error;
    }
  }
  return checked;
}

const idOf = ({ known }: KnownPost): string => known.postId;

function judged(post: KnownPost, stored: CmsPost | null): CheckedPost {
  return { link: post.link, health: healthOf(post, stored) };
}

function healthOf({ link, known }: KnownPost, stored: CmsPost | null): PostHealth {
  if (stored === null || stored.state === 'down') return 'deleted';
  if (known.state === 'published' && stored.state !== 'published') return 'unpublished';
  if (stored.html === null) return 'ok';
  if (countLinks(stored.html, link) === 0) return 'edited';
  // A read-only post was read from its public page, which does not show the stored words.
  if (stored.readOnly) return 'ok';
  return fingerprintOf(stored.title, stored.html) === known.editedMark ? 'ok' : 'edited';
}
