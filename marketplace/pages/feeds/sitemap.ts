import type { Category } from '#contract';
import { XML_HEAD, xmlElement } from './xml.ts';

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export interface Place {
  path: string;
  updatedAt?: Date;
}

/** Pages that are always there, and those of the kinds that some village sells. */
export const fixedPlaces = (kinds: readonly Category[]): Place[] => [
  { path: '/' },
  { path: '/desa' },
  { path: '/tentang' },
  ...kinds.map((category) => ({ path: `/kategori/${category}` })),
];

/** A sitemap (sitemaps.org, at most 50,000 addresses). Each page itself names its other languages by hreflang. */
export function sitemap(baseUrl: string, places: Place[]): string {
  const urls = places.map(
    ({ path, updatedAt }) =>
      `<url>${xmlElement('loc', baseUrl + path)}${xmlElement('lastmod', updatedAt?.toISOString() ?? null)}</url>`,
  );
  return `${XML_HEAD}<urlset ${NAMESPACE}>\n${urls.join('\n')}\n</urlset>\n`;
}

export function sitemapIndex(baseUrl: string, paths: string[]): string {
  const parts = paths.map((path) => `<sitemap>${xmlElement('loc', baseUrl + path)}</sitemap>`);
  return `${XML_HEAD}<sitemapindex ${NAMESPACE}>\n${parts.join('\n')}\n</sitemapindex>\n`;
}

/** Tells search engines what they may read: everything but private threads, invites and forms. */
export function robots(baseUrl: string): string {
  const shut = ['/tanya/', '/undang/', '/v1/', '/p/*/lapor', '/desa/*/lapor', '/p/*/poster.pdf'];
  return `User-agent: *\n${shut.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${baseUrl}/sitemap.xml\n`;
}
