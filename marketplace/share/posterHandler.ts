import type { PublicListing } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { sha256 } from '#marketplace/sha256.ts';
import { placeText } from '#marketplace/web/place.ts';
import type { View } from '#marketplace/web/view.ts';
import { SHARE } from '#marketplace/words/index.ts';
import { drawnOnce } from './drawn.ts';
import { productCard } from './facts.ts';
import type { PosterText } from './poster.ts';

/** Goes up when the drawing changes. */
const DRAWING = 1;

/** Whoever printed it a minute ago gets the same file; a new price is in it soon. */
const FRESH_SECONDS = 300;

/** A product's poster as a PDF of one A4 page. Throws as `drawnOnce` does. */
export async function posterAnswer(deps: Deps, c: AppContext, view: View, listing: PublicListing): Promise<Response> {
  const text = posterText(view, listing);
  const [photo] = listing.photos;
  const version = sha256(JSON.stringify([DRAWING, text, photo?.hash]), 'base64url').slice(0, 16);
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="poster-${listing.slug}.pdf"`,
    'x-robots-tag': 'noindex',
    'cache-control': `public, max-age=${FRESH_SECONDS}`,
    etag: `"${version}"`,
  };
  if (c.req.header('if-none-match')?.includes(headers.etag)) return new Response(null, { status: 304, headers });
  const body = await drawnOnce(deps, c, `poster ${listing.id} ${version}`, async () => {
    const file = photo ? await deps.photos.get(`${photo.hash}/1280.jpg`) : null;
    // The PDF library is large, and most processes never draw one.
    const { drawPoster } = await import('./poster.ts');
    return drawPoster(text, file);
  });
  return new Response(body, { headers });
}

function posterText(view: View, listing: PublicListing): PosterText {
  const t = SHARE[view.locale];
  const { head, title, price, unit, ribbon } = productCard(view, listing).text;
  return {
    head,
    place: placeText(view, listing.village),
    title,
    price,
    unit,
    ribbon,
    scan: t('posterScan'),
    how: t('posterHow'),
    // The short address never changes, so a poster outlives a rename.
    url: `${view.baseUrl}/p/${listing.id}`,
    language: view.locale,
    changedAt: new Date(listing.updatedAt),
  };
}
