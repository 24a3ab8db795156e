import { assist } from './assist/recognise.ts';
import { backdrop } from './backdrop/recognise.ts';
import { drupal } from './drupal/recognise.ts';
import { joomla } from './joomla/recognise.ts';
import { opensid } from './opensid/recognise.ts';
import type { CmsId, Recogniser } from './types.ts';
import { wordpress } from './wordpress/recognise.ts';

/**
 * In the order in which they are asked. Each is sure of its own CMS, so the order only saves time; but `assist` comes
 * last, because it takes the pages that are left.
 */
export const RECOGNISERS: Recogniser[] = [wordpress, opensid, joomla, backdrop, drupal, assist];

/** The tiny half of a CMS's adapter. */
export function recogniserOf(cms: CmsId): Recogniser {
  const recogniser = RECOGNISERS.find(({ id }) => id === cms);
  if (recogniser === undefined) throw new Error(`no adapter for ${cms}`);
  return recogniser;
}
