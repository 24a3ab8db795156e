import { DEFAULT_LOCALE } from '#contract';
import { termsText } from '#contract/format.ts';
import { waLink } from '#contract/phone.ts';
import type { Deps } from '#marketplace/deps.ts';
import { limit } from '#marketplace/http/limits.ts';
import { mayContact } from '#marketplace/inquiries/contact.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import { newChallenge } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { changedThreadSecret } from '#marketplace/inquiries/secret.ts';
import { forgetContacts } from '#marketplace/inquiries/store/contacts.ts';
import type { Key } from '#marketplace/inquiries/store/events.ts';
import { renderContact } from '#marketplace/pages/Contact.tsx';
import { ProblemError } from '#marketplace/problem.ts';
import { renderNoWhatsapp } from '#marketplace/web/Message.tsx';
import type { PageHandler } from '#marketplace/web/page.ts';
import type { Page } from '#marketplace/web/respond.ts';
import { THREAD, type ThreadWords } from '#marketplace/words/index.ts';
import { backTo, isTicked, type Posted, threadForm } from './actions.ts';
import type { BuyerThread } from './find.ts';
import { proofIn } from './form.ts';
import { privateMessage, privatePage } from './thread.ts';

async function setLink(
  deps: Deps,
  key: Key,
  link: { secret_hash: string | null; link_nonce?: string },
  channel?: 'push',
): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    await db
      .updateTable('inquiries')
      .set(link)
      .where('village_id', '=', key.villageId)
      .where('id', '=', key.id)
      .execute();
    await forgetContacts(db, key, channel);
  });
}

/**
 * Gives the thread a new private link. The old address stops working at once; the browser that has the page open is
 * redirected to the new one. Browsers that are told of answers have the old address, so they are forgotten; a mail has the
 * new one.
 */
export const changeLink: PageHandler = threadForm('ganti-tautan', {}, async ({ request, found }) => {
  const { nonce, hash, secret } = changedThreadSecret(request.deps, found.key.villageId, found.row.opened_with);
  await setLink(request.deps, found.key, { secret_hash: hash, link_nonce: nonce }, 'push');
  return backTo(request, secret);
});

/** Without a link there is nothing to tell of, so the addresses go with it. */
export const shutLink: PageHandler = threadForm('matikan-tautan', { isSure: isTicked }, async ({ request, found }) => {
  await setLink(request.deps, found.key, { secret_hash: null });
  const t = THREAD[request.view.locale];
  return privateMessage(request, t('shutTitle'), t('shutText'));
});

/**
 * Redirects to WhatsApp with the producer's number: only after this tap, which is counted, and never in a page. Under
 * load a page comes first, with the button once more and a proof of work.
 */
export const whatsapp: PageHandler = threadForm('wa', {}, async (posted) => {
  const { request, found, again } = posted;
  const { deps } = request;
  if (found.isPractice) return privatePage(renderNoWhatsapp(request.view));
  let isGiven: boolean;
  try {
    isGiven = await isContactGiven(posted);
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
  if (!isGiven) return proveFirst(posted);
  const location = waLink(row.producer_phone, summary(THREAD[DEFAULT_LOCALE], found, request.view.baseUrl));
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
});

async function isContactGiven({ request: { deps, c }, found, form }: Posted): Promise<boolean> {
  await limit(deps, LIMITS.contactPerThread, found.key.id);
  return mayContact(deps, c, { id: found.row.listing_id, villageId: found.key.villageId }, proofIn(form));
}

function proveFirst({ request: { deps, view }, found }: Posted): Page {
  const proof = { challenge: newChallenge(deps, found.row.listing_id), solution: '' };
  const action = `/tanya/${found.secret}/wa`;
  return privatePage(renderContact(view, { product: found.listing, action, proof }), 200, { hasScript: true });
}

const WA_WORDS: Partial<Record<BuyerThread['thread']['state'], 'waOffer' | 'waCountered' | 'waDeal'>> = {
  offered: 'waOffer',
  countered: 'waCountered',
  deal: 'waDeal',
  fulfilled: 'waDeal',
};

/** In the language that producers read, whatever the page's; the product's public address, never the private link. */
function summary(t: ThreadWords, { row, thread, listing }: BuyerThread, baseUrl: string): string {
  const terms = thread.terms === null ? null : termsText(thread.terms, listing);
  // Whose price it is follows from the state; what is over (declined, run out) is no offer any more.
  const said = WA_WORDS[thread.state];
  const about = terms === null || said === undefined ? t('waAsk', listing.name) : t(said, listing.name, terms);
  const hello = row.buyer_name === null ? t('waHello') : t('waHelloNamed', row.buyer_name);
  return `${hello} ${about}\n${baseUrl}/p/${listing.id}`;
}
