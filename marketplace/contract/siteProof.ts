import * as z from 'zod/mini';
import { Id, Timestamp, WebUrl } from './ids.ts';
import { Village } from './village.ts';

/**
 * The name, at the root of a site, of a file that proves who looks after the site: it holds the challenge's code and
 * nothing else.
 */
export const PROOF_FILE = 'dodolan.txt';

/** The title of an article that proves the same. */
export function proofTitle(code: string): string {
  return `Dodolan ${code}`;
}

export const SiteChallengeInput = z.object({
  /** One of the village's sites, as `Village.sites` has it. */
  site: WebUrl,
});
export type SiteChallengeInput = z.infer<typeof SiteChallengeInput>;

/** What only who looks after the site can put there. It is good once, and until `expiresAt`. */
export const SiteChallenge = z.object({ site: WebUrl, code: Id, expiresAt: Timestamp });
export type SiteChallenge = z.infer<typeof SiteChallenge>;

export const SiteProofInput = z.object({
  site: WebUrl,
  /** The article whose title holds the code; null when the file is to be looked for. */
  url: z.nullable(WebUrl),
});
export type SiteProofInput = z.infer<typeof SiteProofInput>;

/** What came of looking. A proven village may still be waiting: an operator may want to approve each one. */
export const SiteProof = z.object({
  isProven: z.boolean(),
  /**
   * Why not: `no_challenge` (none was asked for, or it is over or used), `code_missing`, `not_an_article` (an address
   * that a visitor can make), or a reason of `Verification`.
   */
  reason: z.nullable(z.string()),
  village: Village,
});
export type SiteProof = z.infer<typeof SiteProof>;
