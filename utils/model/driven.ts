import * as z from 'zod/mini';
import { Id } from '#contract';
import { PostRef } from './cms.ts';

/** What a page said about the article before it was pressed. */
export const Before = z.object({
  title: z.string().check(z.maxLength(200)),
  /** The pictures that the site's lists showed. */
  pictures: z.array(z.string().check(z.maxLength(2000))).check(z.maxLength(400)),
});

/** Why nothing was pressed in a page that was to be driven; each has a sentence. */
export const NOT_PRESSED = [
  'stopped',
  'signed_out',
  'no_form',
  'form_changed',
  'two_buttons',
  'not_new',
  'not_sent',
  'other_site',
  'secret',
  'other_file',
  'not_filled',
  'not_ready',
  'look_first',
] as const;

/** How a page was driven. `isMarked`: the press was noted already when it was left undone. */
export const DriveEnd = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pressed') }),
  z.object({ state: z.literal('standing'), post: PostRef }),
  z.object({ state: z.literal('not_pressed'), why: z.enum(NOT_PRESSED), isMarked: z.boolean() }),
]);
export type DriveEnd = z.infer<typeof DriveEnd>;

/**
 * A tab that the person's press has opened for one article, in which its form is filled in. `open`: nothing is done yet.
 * `begun`: it is being filled in. `pressed`: its button is pressed, or is about to be.
 */
export const DrivenTab = z.object({
  listingId: Id,
  siteUrl: z.string(),
  tabId: z.int(),
  state: z.enum(['open', 'begun', 'pressed']),
  /** When (ms) the person pressed. */
  at: z.number(),
  /** The revision that is written. */
  rev: z.optional(z.int()),
  before: z.optional(Before),
});
export type DrivenTab = z.infer<typeof DrivenTab>;
