import type { CmsError, PostRef, PostTrace } from '#utils/cms/types.ts';
import { mayStandOf } from '#utils/listings/mayStand.ts';
import type { MayStand, StoredListing } from '#utils/model/stored.ts';

/** The most posts that are remembered: a site that makes one more each time is not followed for ever. */
const MOST = 20;
/** PHP itself answers so when it has died: nothing of that request goes on. */
const DIED = 'HTTP 500';

/**
 * What is to be remembered after a write that failed: what was before it (`listing`, as it stood when the write was
 * begun), and what the failure says of itself. Undefined when no post may stand.
 */
export function afterFailure(listing: StoredListing, error: CmsError, now: number): MayStand | undefined {
  const mayStand = mayStandOf(listing);
  if (!error.mayHaveWritten) return mayStand;
  const goesOn = (error.code === 'network' || error.code === 'site_down') && error.what !== DIED;
  return { at: goesOn ? now : (mayStand?.at ?? 0), posts: merged(mayStand?.posts ?? [], error.traces) };
}

/** What is left after a write that ended well: posts that an earlier one had named, other than the one that stands. */
export function afterSuccess({ mayStand }: StoredListing, { postId, url }: PostRef): MayStand | undefined {
  const isThis = (trace: PostTrace) => trace.postId === postId || trace.postId.startsWith(`${url}#`);
  const posts = (mayStand?.posts ?? []).filter((trace) => !isThis(trace));
  return posts.length === 0 ? undefined : { at: 0, posts };
}

/** Each post once, with what was read of it last. */
function merged(before: readonly PostTrace[], now: readonly PostTrace[]): PostTrace[] {
  const byId = new Map(before.map((trace) => [trace.postId, trace]));
  for (const trace of now) {
    const editedMark = trace.editedMark ?? byId.get(trace.postId)?.editedMark ?? null;
    byId.set(trace.postId, { ...trace, editedMark });
  }
  return [...byId.values()].slice(-MOST);
}
