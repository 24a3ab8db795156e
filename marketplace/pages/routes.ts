import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { problemResponse } from '#marketplace/problem.ts';
import { productPicture, villagePicture } from '#marketplace/share/pictureHandlers.ts';
import { renderNotFound } from '#marketplace/web/Message.tsx';
import { mountPage, type PageHandler, viewOf } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { sendPage } from '#marketplace/web/send.ts';
import {
  categoryFeed,
  feed,
  googleFeed,
  metaFeed,
  robotsTxt,
  siteMap,
  siteMapPart,
  villageFeed,
} from './feedHandlers.ts';
import { suggestions, suggestScript } from './find/suggestHandler.ts';
import { invite, inviteCode, shortCode, shortCodeSent } from './inviteHandlers.ts';
import { category, home, search } from './listHandlers.ts';
import { near, nearPosition, nearScript } from './near/handlers.ts';
import { askAddress, embed, poster, product, whatsapp } from './productHandlers.ts';
import { reportForm, reportSent, villageReportForm, villageReportSent } from './reportHandlers.ts';
import { about, icon } from './staticHandlers.ts';
import { stopPage, stopSent, stopUndone } from './stopHandlers.tsx';
import { village, villages } from './villageHandlers.ts';

/** Every page a buyer can open, in the order a buyer meets them. */
const PAGES: Record<string, PageHandler> = {
  '/': home,
  '/cari': search,
  '/cari/saran': suggestions,
  '/saran.js': suggestScript,
  '/kategori/:category': category,
  '/desa': villages,
  '/desa/:slug': village,
  '/dekat': near,
  '/dekat.js': nearScript,
  '/p/:slug': product,
  '/p/:slug/tanya': askAddress,
  '/p/:slug/kartu': embed,
  '/p/:slug/poster.pdf': poster,
  '/p/:slug/lapor': reportForm,
  '/desa/:slug/lapor': villageReportForm,
  '/undang/:code': invite,
  '/k': shortCode,
  '/tentang': about,
  '/icon.svg': icon,
  '/og/:id/:file': productPicture,
  '/og/desa/:slug/:file': villagePicture,
  '/feed.xml': feed,
  '/desa/:slug/feed.xml': villageFeed,
  '/kategori/:category/feed.xml': categoryFeed,
  '/feed/google.xml': googleFeed,
  '/feed/meta.xml': metaFeed,
  // The name that the first version gave it, which may stand in accounts.
  '/feed/katalog.xml': googleFeed,
  '/sitemap.xml': siteMap,
  '/sitemap/:part': siteMapPart,
  '/robots.txt': robotsTxt,
};

/** Mounts the storefront, and answers `not_found` with a page when the client asks for a page. */
export function mountPages(app: App, deps: Deps): void {
  for (const [path, handle] of Object.entries(PAGES)) mountPage(app, deps, 'GET', path, handle);
  mountPage(app, deps, 'POST', '/dekat', nearPosition);
  mountPage(app, deps, 'POST', '/p/:slug/wa', whatsapp);
  mountPage(app, deps, 'POST', '/p/:slug/lapor', reportSent);
  mountPage(app, deps, 'POST', '/desa/:slug/lapor', villageReportSent);
  mountPage(app, deps, 'POST', '/undang/:code/kode', inviteCode);
  mountPage(app, deps, 'POST', '/k', shortCodeSent);
  mountPage(app, deps, 'GET', '/berhenti/:token', stopPage);
  mountPage(app, deps, 'POST', '/berhenti/:token', stopSent);
  mountPage(app, deps, 'GET', '/berhenti/:token/batal', stopPage);
  mountPage(app, deps, 'POST', '/berhenti/:token/batal', stopUndone);
  app.notFound((c) => {
    const wantsPage = !c.req.path.startsWith('/v1/') && (c.req.header('accept') ?? '').includes('text/html');
    if (!wantsPage) return problemResponse('not_found');
    return sendPage(c, htmlPage(renderNotFound(viewOf(deps, c)), { status: 404, cache: 'own' }));
  });
}
