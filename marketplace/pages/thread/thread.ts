import { h } from 'preact';
import { newId } from '#contract/newId.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { isLeftWaiting, otherVillages } from '#marketplace/inquiries/elsewhere.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import { maskPhone } from '#marketplace/inquiries/phone.ts';
import { receiptOf } from '#marketplace/inquiries/receipt.ts';
import { readTelling } from '#marketplace/notify/telling.ts';
import { Kept } from '#marketplace/web/Kept.tsx';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage, Page } from '#marketplace/web/respond.ts';
import { THREAD } from '#marketplace/words/index.ts';
import { type BuyerThread, findThread } from './find.ts';
import type { Refused, ThreadModel } from './views/model.ts';
import { renderReceipt } from './views/ReceiptPage.tsx';
import { renderThread } from './views/ThreadPage.tsx';

/**
 * A page that no cache keeps (a shared phone's back button shows nothing), whose address no other site is told, and
 * which no search engine finds.
 */
export function privatePage(html: string, status = 200, { hasScript = false } = {}): Page {
  const response = htmlPage(html, { status, cache: 'own', noReferrer: true, hasScript });
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('x-robots-tag', 'noindex, nofollow');
  return response;
}

export function privateMessage({ view, c }: PageRequest, title: string, text: string, status = 200): Page {
  // What was done is not shown once more; what was refused is.
  const kept = status >= 400 ? h(Kept, { view, typed: c.var.typed }) : null;
  return privatePage(renderMessage(view, { title, text }, kept), status);
}

/**
 * The thread of `:secret`, or the page that says that the link is not valid. Wrong links are counted per address, so
 * that nobody can guess many.
 */
export async function threadOf(request: PageRequest): Promise<BuyerThread | Page> {
  const { deps, c, view } = request;
  const found = await findThread(deps, request.param('secret'));
  if (found?.isPractice) view.isPractice = true;
  if (found) return found;
  await limitSender(deps, LIMITS.wrongLink, c);
  const t = THREAD[view.locale];
  return privateMessage(request, t('unknownTitle'), t('unknownText'), 404);
}

export async function threadPage(
  { deps, view }: PageRequest,
  found: BuyerThread,
  refused: Refused | null,
  status = 200,
): Promise<Page> {
  const { row, secret, thread, events, listing, isLive } = found;
  const isShown = row.elsewhere_at !== null && isLeftWaiting(row);
  const model: ThreadModel = {
    view,
    t: THREAD[view.locale],
    secret,
    thread,
    events,
    listing,
    isLive,
    buyer: {
      name: row.buyer_name,
      phoneMasked: row.buyer_phone === null ? null : maskPhone(row.buyer_phone),
      since: row.created_at,
    },
    telling: await readTelling(deps, found.key.villageId, ['inquiry_id', found.key.id]),
    elsewhere: isShown ? await otherVillages(deps, found.key.villageId, listing.name) : null,
    retentionDays: deps.config.retentionDays,
    newId,
    refused,
  };
  return privatePage(renderThread(model), status, { hasScript: model.telling.pushKey !== null });
}

export const thread: PageHandler = async (request) => {
  const found = await threadOf(request);
  return found instanceof Page ? found : threadPage(request, found, null);
};

export const receipt: PageHandler = async (request) => {
  const found = await threadOf(request);
  if (found instanceof Page) return found;
  const t = THREAD[request.view.locale];
  const receipt = await receiptOf(request.deps, found.key.villageId, found.key.id);
  if (!receipt) return privateMessage(request, t('receiptTitle'), t('receiptNone'), 404);
  return privatePage(renderReceipt(request.view, t, receipt, found.secret));
};
