import { siteOf } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';

/**
 * Asks the operator to add a site that the marketplace does not know as the village's. Answers what the person is told: the
 * reason `site_asked` or `site_refused`; `site_listed` where it is the village's now; `backlink_foreign_host` where a marketplace of an older version takes no such
 * request. Throws as `call` does.
 */
export async function askForSite(
  marketplace: Marketplace,
  site: string,
): Promise<'site_listed' | 'site_asked' | 'site_refused' | 'backlink_foreign_host'> {
  try {
    const { isListed, isRefused } = await marketplace.askForSite(site);
    if (isListed) return 'site_listed';
    return isRefused ? 'site_refused' : 'site_asked';
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return 'backlink_foreign_host';
    throw error;
  }
}

/** The site that a page lies in, as far as we know: the listing's own, else all of the page's host. */
export function siteAround(page: string, siteUrl: string | null): string {
  const url = new URL(page);
  return siteUrl !== null && siteOf(url, [siteUrl]) !== null ? siteUrl : url.origin;
}
