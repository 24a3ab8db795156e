import type { CmsPage, DriverContext } from '#utils/cms/types.ts';

/** What a page of a site is that no adapter knows: nothing but the site is known of it. */
export function assistPage(siteUrl: string): CmsPage {
  return { cms: 'assist', siteUrl, version: null, siteName: null, openPost: null };
}

/** What whoever looks at such a site from one of its pages works with. */
export function assistContext(document: Document, siteUrl: string): DriverContext {
  return { page: assistPage(siteUrl), document, fetch: globalThis.fetch.bind(globalThis) };
}
