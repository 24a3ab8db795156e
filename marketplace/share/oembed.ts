import * as z from 'zod/mini';
import { priceText } from '#contract/format.ts';
import type { Deps } from '#marketplace/deps.ts';
import { openRoute } from '#marketplace/http/route.ts';
import { findPublic, villageListings } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { findBySlug } from '#marketplace/villages/service.ts';
import { link, makeView, type View } from '#marketplace/web/view.ts';
import { type Card, picturePath, productCard, VILLAGE_PRODUCTS, villageCard } from './facts.ts';
import { PREVIEW_WIDTHS, SHAPES, type ShapeName } from './shapes.ts';

const Pixels = z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(10_000)));
const CACHE_SECONDS = 3600;

const Answer = z.object({
  version: z.literal('1.0'),
  type: z.enum(['photo', 'link']),
  title: z.string(),
  author_name: z.string(),
  author_url: z.string(),
  provider_name: z.string(),
  provider_url: z.string(),
  cache_age: z.int(),
  url: z.optional(z.string()),
  width: z.optional(z.int()),
  height: z.optional(z.int()),
});

/** What a page of ours is, for another site that names its address. */
interface Embeddable {
  card: Card;
  title: string;
  village: { name: string; slug: string };
}

/**
 * oEmbed 1.0 (oembed.com): a site in which somebody pastes the address of a product or a village shows its picture, with
 * today's price in it, as a link to the page. It is a `photo` and not `rich`, because sites take HTML of an unknown provider
 * only inside a frame, and an older picture's address leads to the newest one.
 */
export const oembedRoute = openRoute({
  method: 'GET',
  path: '/oembed',
  summary: 'oEmbed of a product or village page',
  query: z.object({
    url: z.string().check(z.maxLength(2000)),
    maxwidth: Pixels,
    maxheight: Pixels,
    format: z.optional(z.string()),
  }),
  response: Answer,
  problems: ['not_found'],
  async handle({ deps, c, query }) {
    // The standard's own code for a format that a provider has not.
    if (query.format !== undefined && query.format !== 'json') return new Response(null, { status: 501 });
    const view = makeView({ url: query.url }, deps.config, deps.now());
    const found = await embeddable(deps, view, query.url);
    if (found === null) throw new ProblemError('not_found');
    c.header('cache-control', `public, max-age=${CACHE_SECONDS}`);
    c.header('access-control-allow-origin', '*');
    c.header('cross-origin-resource-policy', 'cross-origin');
    const shape = widestWithin(query);
    return {
      version: '1.0' as const,
      title: found.title,
      author_name: found.village.name,
      author_url: view.baseUrl + link(view, `/desa/${found.village.slug}`),
      provider_name: view.t('brand'),
      provider_url: view.baseUrl + link(view, '/'),
      cache_age: CACHE_SECONDS,
      ...(shape === null ? { type: 'link' as const } : photo(view, found.card, shape)),
    };
  },
});

/** Only our own addresses; what is behind any other is none of our business, and nothing is fetched. */
async function embeddable(deps: Deps, view: View, address: string): Promise<Embeddable | null> {
  const url = URL.parse(address);
  if (url === null || url.origin !== new URL(view.baseUrl).origin) return null;
  const path = url.pathname.slice(new URL(view.baseUrl).pathname.replace(/\/$/, '').length);
  const [, kind, slug = ''] = /^\/(p|desa)\/([0-9a-z-]+)$/.exec(path) ?? [];
  if (kind === 'p') {
    const listing = await findPublic(deps, slug);
    if (listing === null || listing.village.practice || listing.state === 'withdrawn') return null;
    const { name, village } = listing;
    return { card: productCard(view, listing), title: `${name}, ${priceText(listing, view.locale)}`, village };
  }
  const village = kind === 'desa' ? await findBySlug(deps, slug) : null;
  if (village === null) return null;
  const { listings } = await villageListings(deps, village.id, { limit: VILLAGE_PRODUCTS });
  return { card: villageCard(view, village, listings), title: village.name, village };
}

/** The widest preview that has room; null when even the smallest has none. */
function widestWithin(room: { maxwidth?: number | undefined; maxheight?: number | undefined }): ShapeName | null {
  const { maxwidth = Number.POSITIVE_INFINITY, maxheight = Number.POSITIVE_INFINITY } = room;
  const fits = (name: ShapeName) => SHAPES[name].width <= maxwidth && SHAPES[name].height <= maxheight;
  return PREVIEW_WIDTHS.find(fits) ?? null;
}

function photo(view: View, card: Card, shape: ShapeName) {
  const { width, height } = SHAPES[shape];
  return { type: 'photo' as const, url: view.baseUrl + picturePath(view, card, shape), width, height };
}
