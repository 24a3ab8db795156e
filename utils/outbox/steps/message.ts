import { Inquiry } from '#contract';
import type { Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import { ProblemAnswerError } from '#utils/marketplace/http.ts';
import type { OutboxMessage } from '#utils/model/outbox.ts';
import { passingWait, wait } from '#utils/outbox/problems.ts';
import type { StepResult } from './types.ts';

/**
 * Sends a reply. When the thread has changed meanwhile, it is stored as it is now, and the text waits for the person.
 */
export async function messageStep(row: OutboxMessage, marketplace: Marketplace): Promise<StepResult> {
  try {
    const inquiry = await marketplace.sendMessage(row.inquiryId, row.id, row.message);
    return { event: { type: 'sent' }, facts: (tx) => learnInquiry(tx, inquiry) };
  } catch (error) {
    if (!(error instanceof ProblemAnswerError) || passingWait(error) !== null) throw error;
    const current = Inquiry.safeParse(error.problem.current);
    return {
      event: wait(error.code === 'inquiry_state_changed' ? 'conflict' : 'rejected', error.code),
      ...(current.success && { facts: (tx) => learnInquiry(tx, current.data) }),
    };
  }
}

/** Stores an inquiry as it is now; it stays with the village that it belongs to. */
async function learnInquiry(tx: Tx, inquiry: Inquiry): Promise<void> {
  const known = await tx.get('inquiries', inquiry.id);
  if (known !== undefined) await tx.put('inquiries', { ...inquiry, village: known.village });
}
