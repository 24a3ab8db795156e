import { eventView } from '#marketplace/inquiries/view.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { threadForm } from './actions.ts';
import { addressesOf } from './telling.ts';
import { side } from './views/model.ts';

/**
 * Everything that the service keeps of the buyer, as JSON to download (UU PDP 27/2022, right of access). It comes only
 * after a tap and is counted like every form of the private page, because it holds the buyer's own number in full. It
 * does not say whether a person or the floor answered.
 */
export const download: PageHandler = threadForm('unduh', {}, async ({ request, found }) => {
  const { row, thread, events, listing } = found;
  const data = {
    product: { name: listing.name, village: listing.village.name },
    buyer: {
      name: row.buyer_name,
      phone: row.buyer_phone,
      ...(await addressesOf(request.deps.db, found.key)),
    },
    state: thread.state,
    terms: thread.terms,
    openedAt: row.created_at.toISOString(),
    events: events
      .filter((event) => event.kind !== 'reminded')
      .map((event) => ({ ...eventView(event, 'buyer'), by: side(event) })),
  };
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="tanya-jawab.json"',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  });
});
