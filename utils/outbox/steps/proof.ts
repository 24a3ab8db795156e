import { withAnswer } from '#utils/listings/sync.ts';
import { wait } from '#utils/outbox/problems.ts';
import { type StepInput, type StepResult, updateListing } from './types.ts';

/** Asks whether the marketplace has seen our link on the village's page. */
export async function proofStep({ row, listing, marketplace, deps }: StepInput): Promise<StepResult> {
  // The proof failed a while ago, and the page may have been put right since.
  if (row.reason === 'proof_failed') return { event: { type: 'recheck' } };
  const answer = await marketplace.listing(listing.id);
  const { state, reason } = answer.verification;
  const facts: StepResult['facts'] = (tx) => updateListing(tx, listing.id, (stored) => withAnswer(stored, answer));
  if (state === 'verified') return { event: { type: 'done', step: 'proof' }, facts };
  if (state === 'broken') {
    const isClosed = listing.post !== null && (await deps.isClosed(listing.post.url, listing.id));
    return { event: wait('proof_failed', isClosed ? 'site_closed' : reason), facts };
  }
  if (state === 'none') return { event: { type: 'recheck' }, facts };
  return { event: { type: 'later', milliseconds: Math.min(60_000, 500 * 2 ** Math.min(row.attempts, 10)) }, facts };
}
