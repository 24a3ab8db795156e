import { DAY } from '#contract/time.ts';
import type { PicturePlace } from '#utils/cms/types.ts';
import type { StoredListing } from '#utils/model/stored.ts';

/** A village changes its theme now and then; after this the site's page is looked at again. */
const GOOD_FOR_MS = 30 * DAY;

/** Where visitors of a site see a post's picture, as its newest post showed. Undefined where none showed it lately. */
export function pictureInOf(
  listings: readonly Pick<StoredListing, 'input' | 'post' | 'postAt'>[],
  siteUrl: string | null,
  now: number,
): PicturePlace | undefined {
  const known = listings.filter(
    ({ input, post, postAt }) =>
      input.siteUrl === siteUrl && post?.pictureIn !== undefined && now - postAt < GOOD_FOR_MS,
  );
  return known.toSorted((one, other) => other.postAt - one.postAt)[0]?.post?.pictureIn;
}
