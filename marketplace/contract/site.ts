/**
 * Host and port of an address. The host loses its `www.`, because both forms have the same owner and one usually
 * redirects to the other.
 */
function hostOf(url: URL): string {
  return `${url.hostname.replace(/^www\./, '')}:${url.port}`;
}

/** Whether two addresses lie on one host: http or https, with or without `www.`; a port counts. */
export function sameHost(one: URL, other: URL): boolean {
  return hostOf(one) === hostOf(other);
}

/**
 * The site, out of a list of sites, that a page belongs to. The host must be the same, and the site's path must stand
 * in front of the page's path in whole segments, because two sub-folders of one host may be two villages. When several
 * sites fit, the longest counts; null when none fits.
 */
export function siteOf(page: URL, sites: readonly string[]): URL | null {
  const around = sites
    .map((address) => new URL(address))
    .filter((site) => sameHost(page, site) && isInside(page.pathname, folderOf(site)));
  return around.sort((a, b) => folderOf(b).length - folderOf(a).length)[0] ?? null;
}

/** The path of a site without the slash at its end. */
export function folderOf(site: URL): string {
  return site.pathname.replace(/\/+$/, '');
}

/** Whether a path or an address is this folder, or lies in it, in whole segments. Both of the same kind, no slash at the folder's end. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
