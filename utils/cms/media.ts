import type { CmsId, SitePicture } from './types.ts';

/** The CMSs whose adapter lists the site's own pictures: the panel has no adapter to ask. */
export const WITH_MEDIA: ReadonlySet<CmsId> = new Set(['wordpress', 'joomla', 'opensid', 'drupal', 'backdrop']);

/** The most pictures that a library is asked for. */
export const MEDIA_MAX = 24;

/** What is said of a picture fits into one line. */
const NAME_MAX = 120;

/** What a browser can decode and a photo can be made of. */
const PICTURE = /\.(?:jpe?g|png|webp|gif|avif|bmp)$/i;

/** True for the name of a picture's file. */
export const isPictureName = (name: string): boolean => PICTURE.test(name);

/** The name of the file at an address, as a person gave it. */
export function fileNameIn(address: string): string {
  const name = address.replace(/[?#].*$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(name);
  } catch {
    // What is no encoded name is one as it stands.
    return name;
  }
}

/**
 * A picture at addresses of the site itself; null for one that lies elsewhere, which the page may not read. Behind a TLS
 * proxy a CMS may write http:// into its own addresses, so of the same host only the path is taken.
 */
export function sitePicture(siteUrl: string, url: string, thumbUrl: string, name: string): SitePicture | null {
  const own = ownUrl(siteUrl, url);
  return own === null ? null : { url: own, thumbUrl: ownUrl(siteUrl, thumbUrl) ?? own, name: name.slice(0, NAME_MAX) };
}

function ownUrl(siteUrl: string, address: string): string | null {
  const site = new URL(siteUrl);
  const url = URL.parse(address, `${siteUrl}/`);
  if (url === null || url.hostname !== site.hostname) return null;
  return new URL(url.pathname + url.search, site.origin).href;
}
