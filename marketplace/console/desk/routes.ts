import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { mountPage, type PageHandler } from '#marketplace/web/page.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { held, heldLooked, readHeld } from './held.tsx';
import { home } from './home.tsx';
import { invite, inviteLooked, inviteMade, inviteOneMade } from './invite.tsx';
import { links, lookAsked } from './links.tsx';
import { hidden, listings, shown } from './listings.tsx';
import { reports, reportsClosed } from './reports.tsx';
import { sheets } from './sheets.tsx';
import { recipeOffered, recipeWithdrawn, siteAdded, siteRefused, sites } from './sites.tsx';
import { suspendAsked, village } from './village.tsx';
import { approved, invitedAgain, revoked, suspended } from './villageForms.ts';
import { villages } from './villages.tsx';
import { elsewhereShown, nudged, waiting } from './waiting.tsx';

const ROOT = '/pengelola';
/** A list of 300 villages, with the percent signs of a form. */
const LIST_BYTES = 64 * 1024;

const PAGES: Record<string, PageHandler> = {
  '': home,
  '/desa': villages,
  '/desa/:slug': village,
  '/desa/:slug/tangguhkan': suspendAsked,
  '/undang': invite,
  '/undangan/:lembar': sheets,
  '/laporan': reports,
  '/ditahan': held,
  '/ditahan/:desa/:tanya': readHeld,
  '/menunggu-jawab': waiting,
  '/tautan': links,
  '/situs': sites,
  '/produk': listings,
};

/** Each form, and the page to which whoever reloads what it led to comes back. */
const FORMS: Record<string, [handle: PageHandler, back: string]> = {
  '/undang': [inviteLooked, '/undang'],
  '/undang/buat': [inviteMade, '/undang'],
  '/undang/satu': [inviteOneMade, '/undang'],
  '/desa/:slug/terima': [approved, '/desa'],
  '/desa/:slug/tangguhkan': [suspended, '/desa'],
  '/desa/:slug/undang': [invitedAgain, '/desa'],
  '/desa/:slug/cabut': [revoked, '/desa'],
  '/laporan/selesai': [reportsClosed, '/laporan'],
  '/ditahan/selesai': [heldLooked, '/ditahan'],
  '/menunggu-jawab/ingatkan': [nudged, '/menunggu-jawab'],
  '/menunggu-jawab/tunjukkan': [elsewhereShown, '/menunggu-jawab'],
  '/tautan/periksa': [lookAsked, '/tautan'],
  '/situs/tambah': [siteAdded, '/situs'],
  '/situs/tolak': [siteRefused, '/situs'],
  '/situs/tawarkan': [recipeOffered, '/situs'],
  '/situs/batal': [recipeWithdrawn, '/situs'],
  '/produk/sembunyikan': [hidden, '/produk'],
  '/produk/tampilkan': [shown, '/produk'],
};

/** Mounts what waits, the villages and the products. */
export function mountDesk(app: App, deps: Deps): void {
  for (const [path, [handle, back]] of Object.entries(FORMS)) {
    mountPage(app, deps, 'POST', ROOT + path, handle, LIST_BYTES);
    if (!(path in PAGES)) mountPage(app, deps, 'GET', ROOT + path, ({ view }) => seeOther(link(view, ROOT + back)));
  }
  for (const [path, handle] of Object.entries(PAGES)) mountPage(app, deps, 'GET', ROOT + path, handle);
}
