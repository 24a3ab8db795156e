import type { MayStand, StoredListing } from '#utils/model/stored.ts';

/**
 * What is remembered of writes whose end nobody knows, one that never got an answer among them. Undefined when the end
 * of every write is known.
 */
export function mayStandOf({ writing, mayStand }: Pick<StoredListing, 'writing' | 'mayStand'>): MayStand | undefined {
  if (writing === null) return mayStand;
  return { at: Math.max(writing.at, mayStand?.at ?? 0), posts: mayStand?.posts ?? [] };
}

/** True when an article of ours stands or may stand: it has to come down with its product. */
export function stillStands({ post, mayStand }: Pick<StoredListing, 'post' | 'mayStand'>): boolean {
  return mayStand !== undefined || (post !== null && post.state !== 'gone');
}
