import * as z from 'zod/mini';
import { Id } from '#contract';

/** How a listing's post on the village site stands. `broken`: the marketplace does not find our link on the page. */
export const LinkHealth = z.object({
  id: Id,
  name: z.string(),
  siteUrl: z.string(),
  postUrl: z.string(),
  health: z.enum(['ok', 'deleted', 'edited', 'unpublished', 'broken']),
  /** Why the marketplace did not see the link (`Verification.reason`), where `broken` says so. */
  reason: z.optional(z.nullable(z.string())),
  /** When the post was last checked (ms); null when it has not been checked since it was written. */
  checkedAt: z.nullable(z.number()),
});
export type LinkHealth = z.infer<typeof LinkHealth>;
