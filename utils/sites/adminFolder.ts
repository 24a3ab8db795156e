import { siteOf } from '#contract';
import { sitePath } from '#utils/cms/learned/sitePath.ts';
import type { Db } from '#utils/db/db.ts';

/** How many admin folders of one site are remembered. */
const MOST = 6;

/**
 * The admin folder that a page of the site lies in: `/admin/` of `/admin/berita/tambah?x=1`, also where every address
 * begins with the script's name. A page that lies in none is a folder of its own: its exact path.
 */
export function adminFolder(path: string): string {
  const [plain = '/'] = path.split('?');
  return /^(?:\/index\.php)?\/[^/]+\//.exec(plain.replace(/^\/index\.php\/?$/, '/'))?.[0] ?? plain;
}

/** Whether a page lies in an admin folder, or is the one at its head: `/admin` and `/admin.html` of `/admin/`. */
export function isInFolder(path: string, folder: string): boolean {
  const [plain = '/'] = path.split('?');
  if (!folder.endsWith('/') || folder === '/') return plain === folder;
  return plain.startsWith(folder) || plain.replace(/\.\w+$/, '') === folder.slice(0, -1);
}

/** Remembers that the person opened the panel on this page of a site that no adapter knows. */
export async function rememberOpened(db: Db, siteUrl: string, address: string): Promise<void> {
  const url = URL.parse(address);
  const path = url && sitePath(url, siteUrl);
  if (path === null) return;
  const folder = adminFolder(path);
  await db.change(['sites'], async (tx) => {
    const site = await tx.get('sites', siteUrl);
    if (site?.cms !== 'assist' || site.openedIn?.includes(folder)) return;
    await tx.put('sites', { ...site, openedIn: [folder, ...(site.openedIn ?? [])].slice(0, MOST) });
  });
}

/** The site on which the panel was opened before, and whether this page lies in such an admin folder; null for others. */
export async function openedOn(db: Db, address: string): Promise<{ siteUrl: string; isHere: boolean } | null> {
  const url = URL.parse(address);
  if (url === null) return null;
  const sites = await db.read(['sites'], (tx) => tx.all('sites'));
  const own = siteOf(
    url,
    sites.filter(({ cms }) => cms === 'assist').map((site) => site.url),
  )?.href.replace(/\/$/, '');
  const path = own === undefined ? null : sitePath(url, own);
  if (own === undefined || path === null) return null;
  const folders = sites.find((site) => site.url === own)?.openedIn ?? [];
  const isHere = folders.some((folder) => isInFolder(path, folder));
  return folders.length === 0 ? null : { siteUrl: own, isHere };
}
