import { countHrefs } from '#utils/cms/editor/count.ts';
import { isGuard } from '#utils/cms/guard.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import type { Witnessed } from './deps.ts';

/** How long (ms) the page may take. */
const PATIENCE = 15_000;

/**
 * Looks at a listing's article as this browser sees it: as a stranger does, then with the person's session, which shows
 * a site that is closed to the public, and passes guards that know the browser. Never throws.
 */
export async function witness(fetch: Fetch, { post, shortUrl }: StoredListing): Promise<Witnessed> {
  if (post?.state !== 'published' || shortUrl === null) return 'nobody';
  const { url } = post;
  const isByPerson: boolean = isByHand(post);
  const stranger = await look(fetch, url, shortUrl, 'omit');
  if (stranger === 'seen') return 'everybody';
  // An article that a person saved may be a draft, which the session would show.
  if (isByPerson || (await look(fetch, url, shortUrl, 'include')) !== 'seen') return 'nobody';
  // The cookies hold a guard's clearance beside the session: who was stopped by the guard saw nothing of a closed site.
  return stranger === 'guarded' ? 'everybody' : 'signed_in';
}

type Look = 'seen' | 'guarded' | 'unseen';

async function look(fetch: Fetch, url: string, link: string, credentials: RequestCredentials): Promise<Look> {
  try {
    const response = await fetch(url, { credentials, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok && countHrefs(await response.text(), link) > 0) return 'seen';
    return isGuard(response) ? 'guarded' : 'unseen';
  } catch {
    return 'unseen';
  }
}
