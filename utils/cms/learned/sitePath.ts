import type { SitePath } from '#contract';
import { folderOf, isInside } from '#contract/site.ts';

/** A question of an address that carries a key. */
export const SECRET = /[?&][\w[\]]*(?:token|sess|sid|csrf|key|nonce)[\w[\]]*=/i;

/** An address inside the site, from the site's own on; null for one that lies elsewhere. */
export function sitePath(url: URL, siteUrl: string): SitePath | null {
  const site = new URL(siteUrl);
  const folder = folderOf(site);
  const isOwn = url.host === site.host && isInside(url.pathname, folder);
  const path = `${url.pathname.slice(folder.length) || '/'}${url.search}`;
  return isOwn && path.length <= 300 && !path.startsWith('//') ? path : null;
}

/** The whole address of a path in the site. Throws for one that would lead to another host. */
export function atSite(path: SitePath, siteUrl: string): URL {
  const site = new URL(siteUrl);
  const url = new URL(folderOf(site) + path, site.origin);
  if (url.origin !== site.origin || sitePath(url, siteUrl) === null) throw new TypeError('path leads out of the site');
  return url;
}

/** The number that an address has where the shape says `{id}`; null when it is another address. */
export function idOf(path: SitePath, shape: SitePath): string | null {
  const [before = '', after = ''] = shape.split('{id}');
  if (!path.startsWith(before) || !path.endsWith(after) || path.length < before.length + after.length) return null;
  const id = path.slice(before.length, path.length - after.length);
  return /^\d+$/.test(id) ? id : null;
}
