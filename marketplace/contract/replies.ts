import * as z from 'zod/mini';
import { Revision } from './ids.ts';
import { knownText, text } from './text.ts';

/** How many quick replies a village may keep. */
export const REPLIES_MAX = 100;

/**
 * The quick replies of a village, all at once, because they have an order. `base` is the marketplace's revision that they were
 * said over, 0 for none; a newer one of another device is a conflict (`revision_old`).
 */
export const RepliesPut = z.object({
  rev: Revision,
  base: z.int().check(z.nonnegative(), z.maximum(2 ** 31 - 1)),
  texts: z.array(text('reply', { min: 1, max: 2000 })).check(z.maxLength(REPLIES_MAX, 'replies_many')),
});
export type RepliesPut = z.infer<typeof RepliesPut>;

/** `rev` is 0 where the village has said none yet. */
export const Replies = z.object({ rev: z.int().check(z.nonnegative()), texts: z.array(knownText(2000)) });
export type Replies = z.infer<typeof Replies>;
