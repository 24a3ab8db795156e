import { Id, type PublicListing } from '#contract';
import { type GroupName, groupNameOf } from '#marketplace/groups/name.ts';
import { readGroup } from '#marketplace/groups/read.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { limit, limitSender } from '#marketplace/http/limits.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { sendBulk } from '#marketplace/inquiries/bulk/send.ts';
import { BULK_MAX, type BulkThread, bulkOfForm, bulkThreads, openBulk } from '#marketplace/inquiries/bulk/store.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import type { Challenge } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { isSolution, readChallenge } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { isUnderLoad } from '#marketplace/inquiries/proofOfWork/load.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { field, readForm } from '#marketplace/pages/thread/form.ts';
import { ProblemError } from '#marketplace/problem.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { link } from '#marketplace/web/view.ts';
import type { BulkForm } from './model.ts';
import { groupPage, nameIn, proofSubject, type SentBulk } from './page.ts';
import { partOf } from './partOf.ts';
import { readBulk, typedBulk } from './readBulk.ts';

/**
 * One question to several villages: opens a thread in each, and redirects to the buyer's page of all. When anything is
 * wrong, and where a village was not reached, the product's page comes back with what was typed.
 */
export const askMany: PageHandler = async (request) => {
  const { deps, c, view } = request;
  const fields = await readForm(c);
  const name = nameIn(request);
  const form = typedBulk(fields);
  const again = async (asked: Omit<SentBulk, 'form'>) =>
    groupPage(request, await readGroup(deps, name), { form, status: 422, ...asked });
  const refuse = (code: string, status = 422) => again({ issues: [{ path: '', code }], status });
  const proveFirst = () => again({ issues: [{ path: '', code: 'send_again_busy' }], isLoaded: true });
  // As on the product's page: whoever filled the field that nobody sees, or came from another site, presses once more.
  if (field(fields, 'website') !== '' || isForeignPost(c, deps.config)) return refuse('send_again');

  const sender = JSON.stringify([form.id, clientIp(c, deps.config), c.req.header('user-agent') ?? '']);
  const opened = await bulkOfForm(deps, sender);
  const before = opened === null ? [] : await bulkThreads(deps, opened.id);
  const { listings, gone } = await chosenListings(request, name, form, before);
  const { input, issues } = readBulk(
    deps.config.mail === null ? { ...form, email: '' } : form,
    listings,
    before.length,
  );
  if (input === null) return again({ issues });
  const fresh = listings.filter(({ village }) => !before.some((thread) => thread.villageId === village.id));
  const proof = await proofOf(request, fresh, form);
  if (proof === null) return proveFirst();
  try {
    await limitBulk(request, fresh, input.phone);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'too_many') return refuse(error.code, 429);
    throw error;
  }
  const challenge = typeof proof === 'string' ? null : proof;
  const bulk = opened ?? (await openBulk(deps, { form: sender, groupSlug: name.slug, challenge }));
  if (bulk === null) {
    form.proof = null;
    return proveFirst();
  }
  const sending = {
    listings,
    before,
    input,
    locale: view.locale,
    proof: proof === 'missing' ? proof : 'unneeded',
  } as const;
  const results = await sendBulk(deps, bulk, sending);
  const path = link(view, `/tanya/semua/${bulk.secret}`);
  const part = partOf(view, results, gone, path);
  if (part.unsent.length > 0) {
    form.chosen = results.filter(({ outcome }) => outcome !== 'sent').map(({ listing }) => listing.id);
    return again({ issues: [], part, status: 409 });
  }
  return new Response(null, {
    status: 303,
    headers: { location: path, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
};

/**
 * The ticked listings as they are now, one of each village. `gone` is how many are not sold any more, or are no goods of
 * this page.
 */
async function chosenListings({ deps }: PageRequest, { slug }: GroupName, form: BulkForm, before: BulkThread[]) {
  const listings: PublicListing[] = [];
  let gone = 0;
  for (const id of form.chosen.slice(0, BULK_MAX + 1)) {
    const listing = Id.safeParse(id).success ? await findPublic(deps, id) : null;
    const wasSent = before.some((thread) => thread.listingId === id);
    const isHere = listing?.state === 'live' && groupNameOf(listing.name)?.slug === slug;
    if (listing === null || (!isHere && !wasSent)) gone++;
    else if (!listings.some(({ village }) => village.id === listing.village.id)) listings.push(listing);
  }
  return { listings, gone };
}

/**
 * The proof of work of the form: null when there is load in any village and the form carries no valid challenge; the page
 * then comes back with one. One proof is enough for all villages of the form.
 */
async function proofOf(
  { deps }: PageRequest,
  listings: PublicListing[],
  form: BulkForm,
): Promise<'unneeded' | 'missing' | Challenge | null> {
  const loads = await Promise.all(listings.map(({ village }) => isUnderLoad(deps, village.id)));
  if (!loads.includes(true)) return 'unneeded';
  const challenge = readChallenge(deps, proofSubject(form.id), form.proof);
  return challenge && form.proof && !isSolution(form.proof) ? 'missing' : challenge;
}

/** Each village counts as a question of its own, in every limit that one question has. */
async function limitBulk({ deps, c }: PageRequest, listings: PublicListing[], phone: string | null): Promise<void> {
  if (listings.length === 0) return;
  for (const { id } of listings) await limitSender(deps, LIMITS.openPerAddressAndListing, c, id);
  await limitSender(deps, LIMITS.openPerAddress, c, '', listings.length);
  if (phone !== null) await limit(deps, LIMITS.openPerPhone, phone, listings.length);
}
