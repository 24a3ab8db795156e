import { countHrefs } from '#utils/cms/editor/count.ts';
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
  // An article that a person saved may be a draft, which the session would show.
  const { url } = post;
  const isByPerson: boolean = isByHand(post);
  if (await holdsLink(fetch, url, shortUrl, 'omit')) return 'everybody';
  return !isByPerson && (await holdsLink(fetch, url, shortUrl, 'include')) ? 'signed_in' : 'nobody';
}

async function holdsLink(fetch: Fetch, url: string, link: string, credentials: RequestCredentials): Promise<boolean> {
  try {
    const response = await fetch(url, { credentials, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return response.ok && countHrefs(await response.text(), link) > 0;
  } catch {
    return false;
  }
}
