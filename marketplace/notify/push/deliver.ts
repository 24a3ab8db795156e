import type { Deps } from '#marketplace/deps.ts';
import type { Sending, Settled } from '#marketplace/notify/news.ts';

/** Sends one notice as a push and says what became of it. */
export async function deliverPush(_deps: Deps, _sending: Sending): Promise<Settled> {
  return { columns: { state: 'dropped' } };
}
