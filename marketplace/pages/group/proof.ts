import type { PublicListing } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { type Challenge, isSolution, readChallenge } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { isUnderLoad } from '#marketplace/inquiries/proofOfWork/load.ts';
import type { BulkForm } from './model.ts';

/** What a proof of work is for: this one form, so that it opens no other. */
export const proofSubject = (formId: string): string => `bulk ${formId}`;

/**
 * The proof of work of the form: null when there is load in any village and the form carries no valid challenge; the page
 * then comes back with one. One proof is enough for all villages of the form.
 */
export async function proofOf(
  deps: Deps,
  listings: PublicListing[],
  form: BulkForm,
): Promise<'unneeded' | 'missing' | Challenge | null> {
  const loads = await Promise.all(listings.map(({ village }) => isUnderLoad(deps, village.id)));
  if (!loads.includes(true)) return 'unneeded';
  const challenge = readChallenge(deps, proofSubject(form.id), form.proof);
  return challenge && form.proof && !isSolution(form.proof) ? 'missing' : challenge;
}
