import { siteOf } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { idOfSlug } from '#marketplace/listings/slug.ts';
import { anchorHrefs } from './anchors.ts';
import { LinkError, type LinkReason } from './failure.ts';
import { fetchPage, type PageRules } from './fetchPage.ts';

export type LinkResult =
  | { state: 'verified'; site: URL }
  | { state: 'broken'; reason: LinkReason /** The site may only be down just now. */; passing: boolean };

export interface LinkToCheck {
  id: string;
  /** The page on the village's site. */
  url: string;
  /** The village's sites, from our own records. */
  sites: string[];
}

function leadsTo(href: string, page: URL, baseUrl: string, id: string): boolean {
  const url = URL.parse(href.trim(), page);
  if (!url) return false;
  const address = `${url.origin}${url.pathname}`;
  const start = `${baseUrl}/p/`;
  return address.startsWith(start) && idOfSlug(address.slice(start.length).replace(/\/$/, '')) === id;
}

/**
 * Checks the village's page for our link. Always answers and never throws: a page that cannot be read is a broken link.
 */
export async function checkLink(
  { config }: Pick<Deps, 'config'>,
  { id, url, sites }: LinkToCheck,
  rules: Partial<PageRules> = {},
): Promise<LinkResult> {
  try {
    const page = await fetchPage(url, {
      isOurs: (address) => siteOf(address, sites) !== null,
      userAgent: `Dodolan link check (+${config.baseUrl})`,
      ...(config.allowPrivateHosts && { allowed: () => true }),
      ...rules,
    });
    const site = siteOf(page.url, sites);
    if (!site) throw new LinkError('host_foreign');
    for (const href of anchorHrefs(page.html)) {
      if (leadsTo(href, page.url, config.baseUrl, id)) return { state: 'verified', site };
    }
    throw new LinkError('link_missing');
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { state: 'broken', reason: error.reason, passing: error.passing };
  }
}
