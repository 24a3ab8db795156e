import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { clientHas } from '#marketplace/http/etag.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { badgeText, drawBadge } from './draw.ts';

/**
 * Short, so that a new price is on every village page within minutes; however many visitors come, a badge is asked for
 * once a minute.
 */
const FRESH_SECONDS = 60;

/**
 * `GET /badge/:id.svg`: the price and availability as they are now, for the village's own page. Always a picture with
 * status 200: a broken image on a village's page would look like the village's fault.
 */
export function mountBadges(app: App, deps: Deps): void {
  app.get('/badge/:file', async (c) => {
    const id = /^([0-9a-z]{16})\.svg$/.exec(c.req.param('file'))?.[1];
    const listing = id ? await findPublic(deps, id) : null;
    const svg = drawBadge(badgeText(listing));
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    c.header('cache-control', `public, max-age=${FRESH_SECONDS}, stale-while-revalidate=600`);
    c.header('cross-origin-resource-policy', 'cross-origin');
    return clientHas(c, svg) ? c.body(null, 304) : c.body(svg);
  });
}
