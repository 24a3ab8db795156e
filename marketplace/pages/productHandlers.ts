import type { PublicListing } from '#contract';
import { waLink } from '#contract/phone.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { mayContact } from '#marketplace/inquiries/contact.ts';
import { newChallenge, type ProofOfWork } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { idOfSlug } from '#marketplace/listings/slug.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { posterAnswer } from '#marketplace/share/posterHandler.ts';
import { countView } from '#marketplace/views/count.ts';
import { roomOfListing } from '#marketplace/villages/practice.ts';
import { renderMessage, renderNoWhatsapp } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { renderContact } from './Contact.tsx';
import { renderEmbed } from './Embed.tsx';
import { needsScript } from './inquiryForm.ts';
import { renderProductPage } from './productPage.ts';
import { proofIn, readForm } from './thread/form.ts';

/**
 * The listing of `:slug`, live or withdrawn. Throws `not_found`, which becomes a 404 page, when nobody may see it, and
 * `practice_over` for what was made up in a room that has ended.
 */
export async function listingOf({ deps, param, view }: PageRequest): Promise<PublicListing> {
  const listing = await findPublic(deps, param('slug'));
  if (listing === null || listing.village.practice) {
    const room = await roomOfListing(deps, idOfSlug(param('slug')) ?? '');
    if (room !== null) view.isPractice = true;
  }
  if (listing === null) throw new ProblemError('not_found');
  return listing;
}

/** The same for what only a real product has. */
async function realListingOf(request: PageRequest): Promise<PublicListing> {
  const listing = await listingOf(request);
  if (listing.village.practice) throw new ProblemError('not_found');
  return listing;
}

/**
 * Redirects with 301 to the one address of a listing, from its bare id (which a link back points at) or from an older
 * name.
 */
function toCanonical(view: PageRequest['view'], slug: string): Response {
  const headers = { location: link(view, `/p/${slug}`), 'cache-control': 'public, max-age=300' };
  return new Response(null, { status: 301, headers });
}

export const product: PageHandler = async (request) => {
  const listing = await listingOf(request);
  if (request.param('slug') !== listing.slug) return toCanonical(request.view, listing.slug);
  const page = await renderProductPage(request.deps, request.view, listing);
  if (page.status === 200) countView(request.deps, request.c, listing);
  return page;
};

/** The question form posts to this address; whoever opens it by hand is redirected to the form. */
export const askAddress: PageHandler = async (request) => {
  const listing = await listingOf(request);
  return new Response(null, {
    status: 303,
    headers: { location: `${link(request.view, `/p/${listing.slug}`)}#tanya`, 'cache-control': 'no-store' },
  });
};

/**
 * Redirects to WhatsApp with the producer's number. The number is given only after a tap, which is counted; it stands
 * in the redirect and in no page. The producer agreed to this when the listing was made; without a live listing there
 * is no number. A press on another site's page is none, and under load one press is not enough: then a page comes with
 * the button once more.
 */
export const whatsapp: PageHandler = async (request) => {
  const { deps, c, view } = request;
  const listing = await listingOf(request);
  if (listing.state === 'withdrawn') return renderProductPage(deps, view, listing);
  if (listing.village.practice) return htmlPage(renderNoWhatsapp(view), { cache: 'own' });
  const again = (proof: ProofOfWork | null) => {
    const html = renderContact(view, { product: listing, action: `/p/${listing.slug}/wa`, proof });
    return htmlPage(html, { cache: 'own', hasScript: needsScript(proof) });
  };
  if (isForeignPost(c, deps.config)) return again(null);
  const sent = c.req.header('content-type') === undefined ? null : proofIn(await readForm(c));
  if (!(await mayContact(deps, c, { id: listing.id, villageId: listing.village.id }, sent))) {
    return again({ challenge: newChallenge(deps, listing.id), solution: '' });
  }
  const row = await deps.db
    .selectFrom('listings')
    .select('producer_phone')
    .where('village_id', '=', listing.village.id)
    .where('id', '=', listing.id)
    .executeTakeFirst();
  if (!row || row.producer_phone === '') {
    const page = renderMessage(view, { title: view.t('noContactTitle'), text: view.t('noContactText') });
    return htmlPage(page, { status: 404, cache: 'own' });
  }
  const text = view.t('waGreeting', listing.name, `${view.baseUrl}/p/${listing.id}`);
  const location = waLink(row.producer_phone, text);
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
};

export const embed: PageHandler = async (request) => {
  const listing = await realListingOf(request);
  if (listing.state === 'withdrawn') return renderProductPage(request.deps, request.view, listing);
  return htmlPage(renderEmbed(request.view, listing));
};

/** The A4 poster as PDF. */
export const poster: PageHandler = async (request) => {
  const listing = await realListingOf(request);
  if (listing.state === 'withdrawn') return renderProductPage(request.deps, request.view, listing);
  return posterAnswer(request.deps, request.c, request.view, listing);
};
