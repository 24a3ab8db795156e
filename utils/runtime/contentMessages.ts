import type { CmsPage } from '#utils/cms/types.ts';
import type { Unseen } from '#utils/model/unseen.ts';

// The content script takes the type from here: it may know nothing of the shapes, which carry schemas.
export type { Unseen } from '#utils/model/unseen.ts';

/**
 * What the background says to the content script of a tab. By hand instead of zod: the content script stays tiny, and
 * only our own background can send these (`sender.id` ours and no `sender.tab`).
 */
export type ContentQuestion =
  /** Which CMS page is this right now? */
  | { name: 'page/who' }
  /** Keyboard shortcut: shows or hides the panel; null where this is no admin page. */
  | { name: 'panel/toggle' }
  /** Shows the panel, with this listing in it when given. */
  | { name: 'panel/show'; listingId: string | null }
  /** A frame says that it is the panel of this content script: is it, and can a person see it? */
  | { name: 'panel/check'; pass: string }
  /** The site was learned just now: what nobody recognised may be one of its pages. */
  | { name: 'page/again' }
  /** The site was disabled: everything of ours leaves the page. */
  | { name: 'page/leave' };

export interface ContentAnswers {
  'page/who': CmsPage | null;
  'panel/toggle': { shown: boolean } | null;
  'panel/show': { shown: boolean };
  'panel/check': { held: boolean; unseen: Unseen | null };
  'page/again': { shown: boolean };
  'page/leave': { shown: boolean };
}
