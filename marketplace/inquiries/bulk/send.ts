import type { BuyerInquiry, Locale, PublicListing } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { openInquiry } from '#marketplace/inquiries/open.ts';
import type { RefusalCode } from '#marketplace/inquiries/rules.ts';
import { errorFields } from '#marketplace/log.ts';
import type { NoRoom } from './room.ts';
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
  outcome: 'sent' | 'unknown' | NoRoom | RefusalCode;
}

/**
 * Opens a thread in each village, each in a transaction of its own: what one village refuses, another may take. A village
 * that has the same words from this form gets nothing twice; one that has other words keeps those.
 */
export async function sendBulk(deps: Deps, bulk: Bulk, sending: BulkSending): Promise<BulkResult[]> {
  const { listings, before, input, locale, proof } = sending;
  const all = [...before.map(({ villageId }) => villageId), ...listings.map(({ village }) => village.id)];
  const others = new Set(all).size - 1;
  const results: BulkResult[] = [];
  for (const listing of listings) {
    const opening = { listing, input, locale, form: `bulk ${bulk.id}`, proof, bulk: { id: bulk.id, others } };
    try {
      const { refusal } = await openInquiry(deps, opening);
      results.push({ listing, outcome: refusal === null ? 'sent' : refusal === 'proof_spent' ? 'unknown' : refusal });
    } catch (error) {
      deps.log('error', 'bulk_inquiry', errorFields(error));
      results.push({ listing, outcome: 'unknown' });
    }
  }
  // Another press of the same form may have opened more meanwhile. What was sent stays sent, also where this cannot be
  // written any more.
  await bulkThreads(deps, bulk.id)
    .then((threads) => countAsked(deps, threads))
    .catch((error) => deps.log('error', 'bulk_inquiry', errorFields(error)));
  return results;
}
