import { DEFAULT_LOCALE } from '#contract';
import { termsText } from '#contract/format.ts';
import { waLink } from '#contract/phone.ts';
import type { Deps } from '#marketplace/deps.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { limit } from '#marketplace/http/limits.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import { newThreadSecret } from '#marketplace/inquiries/secret.ts';
import type { Key } from '#marketplace/inquiries/store/events.ts';
import { ProblemError } from '#marketplace/problem.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { THREAD, type ThreadWords } from '#marketplace/words/index.ts';
import { backTo, isTicked, type Posted, threadForm } from './actions.ts';
import type { BuyerThread } from './find.ts';
import { privateMessage } from './thread.ts';

async function setSecret(deps: Deps, { villageId, id }: Key, secret_hash: string | null): Promise<void> {
  await deps.db
    .updateTable('inquiries')
    .set({ secret_hash })
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .execute();
}

/**
 * Gives the thread a new private link. The old address stops working at once; the browser that has the page open is
 * redirected to the new one.
 */
export const changeLink: PageHandler = threadForm('ganti-tautan', {}, async ({ request, found }) => {
  const next = newThreadSecret(found.key.villageId);
  await setSecret(request.deps, found.key, next.hash);
  return backTo(request, next.secret);
});

export const shutLink: PageHandler = threadForm('matikan-tautan', { isSure: isTicked }, async ({ request, found }) => {
  await setSecret(request.deps, found.key, null);
  const t = THREAD[request.view.locale];
  return privateMessage(request, t('shutTitle'), t('shutText'));
});

/** Redirects to WhatsApp with the producer's number: only after this tap, which is counted, and never in a page. */
export const whatsapp: PageHandler = threadForm('wa', {}, async (posted) => {
  const { request, found, again } = posted;
  const { deps } = request;
  try {
    await limitContact(posted);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'too_many') return again([error.code], 429);
    throw error;
  }
  const row = await deps.db
    .selectFrom('listings')
    .select('producer_phone')
    .where('village_id', '=', found.key.villageId)
    .where('id', '=', found.row.listing_id)
    .executeTakeFirst();
  if (!row || !found.isLive || found.thread.reportedBy.village) return again(['listing_gone'], 410);
  const location = waLink(row.producer_phone, summary(THREAD[DEFAULT_LOCALE], found, request.view.baseUrl));
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
});

async function limitContact({ request: { deps, c }, found }: Posted): Promise<void> {
  await limit(deps, LIMITS.contactPerThread, found.key.id);
  await limit(deps, LIMITS.contactPerAddress, clientIp(c, deps.config));
}

/** In the language that producers read, whatever the page's; the product's public address, never the private link. */
function summary(t: ThreadWords, { row, thread, listing }: BuyerThread, baseUrl: string): string {
  const terms = thread.terms === null ? null : termsText(thread.terms, listing.unit);
  const isAgreed = thread.state === 'deal' || thread.state === 'fulfilled';
  const about =
    terms === null
      ? t('waAsk', listing.name)
      : isAgreed
        ? t('waDeal', listing.name, terms)
        : t('waOffer', listing.name, terms);
  const hello = row.buyer_name === null ? t('waHello') : t('waHelloNamed', row.buyer_name);
  return `${hello} ${about}\n${baseUrl}/p/${listing.id}`;
}
