import type { CmsPost } from './engine.ts';
import { fingerprintOf } from './fingerprint.ts';
import { countLinks, hasSameText } from './link.ts';
import { CmsError, type LinkBackPost, type PostTrace } from './types.ts';

/** Says of an error that nothing was written before it, and gives it back to be thrown. */
export function unwritten<E>(error: E): E {
  if (error instanceof CmsError) error.mayHaveWritten = false;
  return error;
}

/** Runs what comes before a write. What fails here has written nothing. */
export async function beforeWriting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unwritten(error);
  }
}

/** The same failure, which has left this post too. What is no `CmsError` is given back as it is. */
export function withTrace(error: unknown, trace: PostTrace): unknown {
  if (!(error instanceof CmsError)) return error;
  return new CmsError(error.code, error.what, error.retryAfterSeconds, [...error.traces, trace]);
}

export function traceOf({ id, title, html }: CmsPost): PostTrace {
  return { postId: id, editedMark: html === null ? null : fingerprintOf(title, html) };
}

/**
 * True when the stored post is still the one that a failed write of ours left. It holds our link, or it reads as it did
 * then (a site that takes links out leaves posts without one). A post that nobody has read since is known by its title.
 */
export function isTraced(
  stored: CmsPost,
  { editedMark }: PostTrace,
  { link, title }: Pick<LinkBackPost, 'link'> & { title?: string | undefined },
): boolean {
  if (stored.html !== null && countLinks(stored.html, link) > 0) return true;
  if (editedMark !== null && stored.html !== null) return fingerprintOf(stored.title, stored.html) === editedMark;
  return title !== undefined && hasSameText(stored.title, title);
}
