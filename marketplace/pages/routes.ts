import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { problemResponse } from '#marketplace/problem.ts';
import { renderNotFound } from '#marketplace/web/Message.tsx';
import { mountPage, type PageHandler, viewOf } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { sendPage } from '#marketplace/web/send.ts';
import { feed, merchantFeed, robotsTxt, siteMap, siteMapPart, villageFeed } from './feedHandlers.ts';
import { invite, inviteCode, shortCode, shortCodeSent } from './inviteHandlers.ts';
import { category, home, search, village, villages } from './listHandlers.ts';
import { askAddress, embed, product, whatsapp } from './productHandlers.ts';
import { reportForm, reportSent, villageReportForm, villageReportSent } from './reportHandlers.ts';
import { about, icon } from './staticHandlers.ts';

/** Every page a buyer can open, in the order a buyer meets them. */
const PAGES: Record<string, PageHandler> = {
  '/': home,
  '/cari': search,
  '/kategori/:category': category,
  '/desa': villages,
  '/desa/:slug': village,
  '/p/:slug': product,
  '/p/:slug/tanya': askAddress,
  '/p/:slug/kartu': embed,
  '/p/:slug/lapor': reportForm,
  '/desa/:slug/lapor': villageReportForm,
  '/undang/:code': invite,
  '/k': shortCode,
  '/tentang': about,
  '/icon.svg': icon,
  '/feed.xml': feed,
  '/desa/:slug/feed.xml': villageFeed,
  '/feed/katalog.xml': merchantFeed,
  '/sitemap.xml': siteMap,
  '/sitemap/:part': siteMapPart,
  '/robots.txt': robotsTxt,
};

/** Mounts the storefront, and answers `not_found` with a page when the client asks for a page. */
export function mountPages(app: App, deps: Deps): void {
  for (const [path, handle] of Object.entries(PAGES)) mountPage(app, deps, 'GET', path, handle);
  mountPage(app, deps, 'POST', '/p/:slug/wa', whatsapp);
  mountPage(app, deps, 'POST', '/p/:slug/lapor', reportSent);
  mountPage(app, deps, 'POST', '/desa/:slug/lapor', villageReportSent);
  mountPage(app, deps, 'POST', '/undang/:code/kode', inviteCode);
  mountPage(app, deps, 'POST', '/k', shortCodeSent);
  app.notFound((c) => {
    const wantsPage = !c.req.path.startsWith('/v1/') && (c.req.header('accept') ?? '').includes('text/html');
    if (!wantsPage) return problemResponse('not_found');
    return sendPage(c, htmlPage(renderNotFound(viewOf(deps, c)), { status: 404, cache: 'own' }));
  });
}
