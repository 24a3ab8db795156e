import * as z from 'zod/mini';
import { WebUrl } from './ids.ts';

export const SiteRequestInput = z.object({
  /** A site that the village says is its own, and that is not among `Village.sites`. */
  site: WebUrl,
});
export type SiteRequestInput = z.infer<typeof SiteRequestInput>;

/** How a request stands. While it is neither, an operator has not looked at it. */
export const SiteRequest = z.object({ site: WebUrl, isListed: z.boolean(), isRefused: z.boolean() });
export type SiteRequest = z.infer<typeof SiteRequest>;
