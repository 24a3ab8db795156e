import type { BuyerInquiry, Locale, PublicListing } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { openInquiry } from '#marketplace/inquiries/open.ts';
import type { RefusalCode } from '#marketplace/inquiries/rules.ts';
import { errorFields } from '#marketplace/log.ts';
import { type Bulk, type BulkThread, bulkThreads, countAsked } from './store.ts';

export interface BulkSending {
  /** One of each village; at most `BULK_MAX` with those that it was sent to before. */
  listings: PublicListing[];
  /** What this form opened at an earlier press. */
  before: BulkThread[];
  input: BuyerInquiry;
  locale: Locale;
  /** `missing`: there is load, and no proof of work came; the threads wait for a look. */
  proof: 'unneeded' | 'missing';
}

/** What became of one village's question. `unknown`: the database went away, and it may have been kept or not. */
export interface BulkResult {
  listing: PublicListing;
  outcome: 'sent' | 'unknown' | RefusalCode;
}

/**
 * Opens a thread in each village, each in a transaction of its own: what one village refuses, another may take. A village
 * that this form was sent to before gets nothing twice, whatever the words are now.
 */
export async function sendBulk(deps: Deps, bulk: Bulk, sending: BulkSending): Promise<BulkResult[]> {
  const { listings, input, locale, proof } = sending;
  const sent = new Set(sending.before.map((thread) => thread.villageId));
  const others = new Set([...sent, ...listings.map(({ village }) => village.id)]).size - 1;
  const results: BulkResult[] = [];
  for (const listing of listings) {
    if (sent.has(listing.village.id)) {
      results.push({ listing, outcome: 'sent' });
      continue;
    }
    const opening = { listing, input, locale, form: `bulk ${bulk.id}`, proof, bulk: { id: bulk.id, others } };
    try {
      const { refusal } = await openInquiry(deps, opening);
      results.push({ listing, outcome: refusal === null ? 'sent' : refusal === 'proof_spent' ? 'unknown' : refusal });
    } catch (error) {
      deps.log('error', 'bulk_inquiry', errorFields(error));
      results.push({ listing, outcome: 'unknown' });
    }
  }
  if (results.some(({ outcome }) => outcome !== 'sent') || sent.size > 0) {
    // What was sent stays sent, also where this cannot be written any more.
    await bulkThreads(deps, bulk.id)
      .then((threads) => countAsked(deps, threads))
      .catch((error) => deps.log('error', 'bulk_inquiry', errorFields(error)));
  }
  return results;
}
