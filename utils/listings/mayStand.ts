import type { MayStand, StoredListing } from '#utils/model/stored.ts';

/**
 * What is remembered of writes whose end nobody knows, one that never got an answer among them. Undefined when the end
 * of every write is known.
 */
export function mayStandOf({ writing, mayStand }: Pick<StoredListing, 'writing' | 'mayStand'>): MayStand | undefined {
  if (writing === null) return mayStand;
  return { at: Math.max(writing.at, mayStand?.at ?? 0), posts: mayStand?.posts ?? [] };
}
