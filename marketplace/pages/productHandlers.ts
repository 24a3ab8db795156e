import type { PublicListing } from '#contract';
import { waLink } from '#contract/phone.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { limit } from '#marketplace/http/limits.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { renderEmbed } from './Embed.tsx';
import { renderProductPage } from './productPage.ts';

/** The listing of `:slug`, live or withdrawn. Throws `not_found`, which becomes a 404 page, when nobody may see it. */
export async function listingOf({ deps, param }: PageRequest): Promise<PublicListing> {
  const listing = await findPublic(deps, param('slug'));
  if (listing === null) throw new ProblemError('not_found');
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
  return renderProductPage(request.deps, request.view, listing);
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
 * is no number.
 */
export const whatsapp: PageHandler = async (request) => {
  const { deps, c, view } = request;
  const listing = await listingOf(request);
  if (listing.state === 'withdrawn') return renderProductPage(deps, view, listing);
  await limit(deps, LIMITS.contactPerAddress, clientIp(c, deps.config));
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
  const listing = await listingOf(request);
  if (listing.state === 'withdrawn') return renderProductPage(request.deps, request.view, listing);
  return htmlPage(renderEmbed(request.view, listing));
};
