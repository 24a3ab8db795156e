import { findPublic, villageListings } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { findBySlug } from '#marketplace/villages/service.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { type Card, picturePath, productCard, VILLAGE_PRODUCTS, versionOf, villageCard } from './facts.ts';
import { pictureOf } from './pictures.ts';
import { SHAPES, type ShapeName } from './shapes.ts';

const FILE = /^([\w-]{12})(?:\.([a-z0-9]+))?\.jpg$/;

/** `/og/<id>/<version>.jpg`, also `.persegi.jpg` and `.status.jpg`. */
export const productPicture: PageHandler = async (request) => {
  const { deps, view, param } = request;
  const listing = await findPublic(deps, param('id'));
  if (listing === null || listing.village.practice) throw new ProblemError('not_found');
  return answer(request, productCard(view, listing));
};

/** `/og/desa/<slug>/<version>.jpg`. */
export const villagePicture: PageHandler = async (request) => {
  const { deps, view, param } = request;
  const village = await findBySlug(deps, param('slug'));
  if (village === null) throw new ProblemError('not_found');
  const { listings } = await villageListings(deps, village.id, { limit: VILLAGE_PRODUCTS });
  return answer(request, villageCard(view, village, listings));
};

/** Only the picture of today's content is drawn; an older address leads to it, so that nobody can have others drawn. */
async function answer({ deps, c, view, param }: PageRequest, card: Card): Promise<Response> {
  const [, version, named = 'og'] = FILE.exec(param('file')) ?? [];
  if (version === undefined || !Object.hasOwn(SHAPES, named)) throw new ProblemError('not_found');
  const shape = named as ShapeName;
  if (version !== versionOf(card)) {
    const headers = { location: picturePath(view, card, shape), 'cache-control': 'public, max-age=300' };
    return new Response(null, { status: 302, headers });
  }
  const headers = {
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
    etag: `"${version}-${shape}"`,
  };
  if (c.req.header('if-none-match')?.includes(headers.etag)) return new Response(null, { status: 304, headers });
  return new Response(await pictureOf(deps, c, card, shape), { headers });
}
