/** `www.` is the same owner's, and the usual redirect. */
function hostOf(url: URL): string {
  return `${url.hostname.replace(/^www\./, '')}:${url.port}`;
}

/** Whether both lie on one host: http or https, with or without `www.`; a port counts. */
export function sameHost(one: URL, other: URL): boolean {
  return hostOf(one) === hostOf(other);
}

/**
 * The site of a list that a page belongs to: same host, and the site's path in front of the page's, whole segments only,
 * since two sub-folders of one host may be two villages. Of several the longest; null = none of them.
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

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
