import type { SitePath } from '#contract';
import { folderOf, isInside } from '#contract/site.ts';

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

/** The number of an article in an address, which stands as `{id}` in a recipe: the last one, wherever it stands. */
const NUMBER = /\d+(?=\D*$)/;

/** The address's shape and the article's number in it; null where the address has no number. */
export function withId(path: SitePath): { shape: SitePath; id: string } | null {
  const id = NUMBER.exec(path)?.[0];
  return id === undefined ? null : { shape: path.replace(NUMBER, '{id}'), id };
}

/** The number that an address has where the shape says `{id}`; null when it is another address. */
export function idOf(path: SitePath, shape: SitePath): string | null {
  const [before = '', after = ''] = shape.split('{id}');
  if (!path.startsWith(before) || !path.endsWith(after) || path.length < before.length + after.length) return null;
  const id = path.slice(before.length, path.length - after.length);
  return /^\d+$/.test(id) ? id : null;
}
