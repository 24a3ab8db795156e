import { isUnread } from '#utils/listings/keptOut.ts';
import { withAnswer } from '#utils/listings/sync.ts';
import { wait } from '#utils/outbox/problems.ts';
import { type StepInput, type StepResult, updateListing } from './types.ts';

/** The row's `detail` when the article is shown to the signed-in person and to nobody else. */
const SITE_CLOSED = 'site_closed';

/**
 * Asks whether the marketplace has seen our link on the village's page. Where it could not read the page,
 * this browser is the witness: a guard in front of a site lets browsers in and checkers not.
 */
export async function proofStep({ row, listing, marketplace, deps }: StepInput): Promise<StepResult> {
  // The proof failed a while ago, and the page may have been put right since.
  if (row.reason === 'proof_failed') return { event: { type: 'recheck' } };
  const answer = await marketplace.listing(listing.id);
  const { state, reason } = answer.verification;
  const learn =
    (keptOut: boolean): NonNullable<StepResult['facts']> =>
    (tx) =>
      updateListing(tx, listing.id, (stored) => ({ ...withAnswer(stored, answer), keptOut }));
  const facts = learn(false);
  if (state === 'verified') return { event: { type: 'done', step: 'proof' }, facts };
  // `checking` with a reason: the page could not be looked at. The person's own browser may see it, as everybody does, or
  // as a site that is closed to everybody else, which the marketplace takes for no link.
  if (state === 'broken' || (state === 'checking' && reason !== null)) {
    const seen = await deps.seesLink(listing);
    // The article is public and holds the link. The marketplace looks again by itself.
    if (seen === 'everybody' && isUnread(reason)) return { event: { type: 'done', step: 'proof' }, facts: learn(true) };
    return { event: wait('proof_failed', seen === 'signed_in' ? SITE_CLOSED : reason), facts };
  }
  if (state === 'none') return { event: { type: 'recheck' }, facts };
  return { event: { type: 'later', milliseconds: Math.min(60_000, 500 * 2 ** Math.min(row.attempts, 10)) }, facts };
}
