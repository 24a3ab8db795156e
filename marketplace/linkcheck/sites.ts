/** `www.` is the same owner's, and the usual redirect. */
function hostOf(url: URL): string {
  return `${url.hostname.replace(/^www\./, '')}:${url.port}`;
}

/**
 * The registered site a page belongs to: same host (http or https; a port counts), and the site's path in front of the
 * page's, whole segments only, since two sub-folders of one host may be two villages. Null = none of them.
 */
export function siteOf(page: URL, sites: string[]): URL | null {
  for (const address of sites) {
    const site = new URL(address);
    const folder = site.pathname.replace(/\/+$/, '');
    const inside = page.pathname === folder || page.pathname.startsWith(`${folder}/`);
    if (hostOf(page) === hostOf(site) && inside) return site;
  }
  return null;
}

/** Only village governments get a name under desa.id (Permenkominfo 5/2015), so control of one says who it is. */
export function isVillageDomain(site: URL): boolean {
  return site.hostname.endsWith('.desa.id');
}
