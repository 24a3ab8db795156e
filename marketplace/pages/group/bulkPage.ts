import { groupNameOfSlug, titleOf } from '#marketplace/groups/name.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { type BulkThread, bulkThreads, findBulk } from '#marketplace/inquiries/bulk/store.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import { maskPhone } from '#marketplace/inquiries/phone.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { findThread } from '#marketplace/pages/thread/find.ts';
import { privateMessage, privatePage } from '#marketplace/pages/thread/thread.ts';
import { side } from '#marketplace/pages/thread/views/model.ts';
import { statusOf } from '#marketplace/pages/thread/views/status.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { link } from '#marketplace/web/view.ts';
import { THREAD } from '#marketplace/words/index.ts';
import { type BulkPart, renderBulk } from './BulkPage.tsx';

/**
 * `/tanya/semua/<secret>`: every answer to one question, on one private page. It lives as long as its threads: when the
 * last one is erased, its address is not valid any more.
 */
export const bulk: PageHandler = async (request) => {
  const { deps, c, view } = request;
  const found = await findBulk(deps, request.param('secret'));
  const threads = found === null ? [] : await bulkThreads(deps, found.id);
  if (found === null || threads.length === 0) {
    await limitSender(deps, LIMITS.wrongLink, c);
    const t = THREAD[view.locale];
    return privateMessage(request, t('unknownTitle'), t('unknownText'), 404);
  }
  const parts = await Promise.all(threads.map((thread) => partOf(request, thread)));
  const name = groupNameOfSlug(found.groupSlug);
  const product = name && { title: titleOf(name), href: link(view, `/produk/${name.slug}`) };
  return privatePage(renderBulk(view, { parts, product, path: `/tanya/semua/${found.secret}` }));
};

async function partOf({ deps, view }: PageRequest, thread: BulkThread): Promise<BulkPart> {
  const found = thread.secret === null ? null : await findThread(deps, thread.secret);
  if (found === null) return { village: await villageOf(deps, thread), open: null };
  const { row } = found;
  const buyer = {
    name: row.buyer_name,
    phoneMasked: row.buyer_phone === null ? null : maskPhone(row.buyer_phone),
    since: row.created_at,
  };
  const { tone, title, text, terms } = statusOf({ ...found, view, t: THREAD[view.locale], buyer });
  const last = found.events.findLast((event) => side(event) === 'village' && event.kind !== 'reported' && event.text);
  return {
    village: found.listing.village.name,
    open: {
      href: link(view, `/tanya/${found.secret}`),
      listing: found.listing,
      status: { tone, title, text, terms },
      answer: last?.text ?? null,
    },
  };
}

/** Its name, for a conversation whose link the buyer has changed. */
async function villageOf(deps: PageRequest['deps'], { listingId }: BulkThread): Promise<string> {
  return (await findPublic(deps, listingId))?.village.name ?? '';
}
